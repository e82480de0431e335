"""What the tests share: the repository's examples, and a rule set with a field of every type."""

import pathlib

import leadrules
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = "2026-11-23"

EVERY_TYPE = """leadrules 1
time zone "Europe/Brussels"

lead {
  id         text key
  name       text
  email      email
  employees  integer, from "Number of employees"
  budget     number
  consent    yes/no
  created    date
  country    choice { Belgium ("BE"), Netherlands ("NL") }
  tags       list of text
}

events {
  lead  from "contact"
  event from "activity"
  time  from "at"
  visit
  webinar { minutes number }
}

exclude {
  email.domain is "ourselves.example"  => "own staff"
}

score fit 0..200 {
  employees 1..9       => +1.25
  employees 10..99     => +10
  employees 100..      => +20
  budget >= 1000       => +5
  budget < 0           => -3
  consent is yes       => +7
  consent is no        => -2
  name is known        => +2
  email is known       => +4
  country is Belgium   => +8
  country is known     => +0.5
  tags contains "a"    => +6
  created before 1970-01-01           => +3
  created in last 30 days             => +9
}

score interest 0..100 {
  visit in last 60 days                => +5 each, up to 20
  webinar where minutes >= 20          => +30 once
}

label size {
  employees >= 100  => "large"
  otherwise         => "small"
}

stages {
  fit > 0                    => Lead
  fit >= 20                  => MQL
  fit >= 20 and interest > 0 => SQL
}
"""


@pytest.fixture(scope="session")
def rules() -> leadrules.Rules:
    return leadrules.Rules.from_text(EVERY_TYPE)


@pytest.fixture(scope="session")
def scorer(rules: leadrules.Rules) -> leadrules.Scorer:
    return rules.at(AS_OF)


@pytest.fixture(scope="session")
def inbound() -> pathlib.Path:
    return ROOT / "examples" / "inbound"
