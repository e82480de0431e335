// The rule files that the made-up program opens.

export const SAMPLE = `leadrules 1

use "scoring.leadrules"

# What we know about a lead. \`from\` names the column in the data.
lead {
  id         text key, from "Record ID"
  name       text
  email      email
  phone      text
  company    text
  job_title  text
  country    choice { BE ("Belgium", "België"), NL, LU, FR, DE }
  employees  integer 0..10M, from "Number of employees"
  budget     number
  consent    yes/no
}

# What a lead can do.
events {
  email_opened
  email_clicked
  ebook_downloaded
  webinar_signup
  webinar_attended  { minutes number }
  demo_requested
}

list free_mail { "gmail.com", "hotmail.com" }

exclude {
  company is "Riverbend" => "competitor"
}

stages {
  name is known and email is known   => Lead
  profile >= 20 and engagement >= 10 => MQL
  profile >= 35 and engagement >= 50 => SQL
}

label owner {
  stage is SQL => "Sales"
  otherwise    => "Marketing"
}

promise "sales never gets a lead without an address" {
  never stage is SQL and email is unknown
}

test "the ideal customer who attends a webinar is ready for sales" {
  lead name "An", email "an@brewery.example", country BE, employees 150, job_title "Director"
  event webinar_attended 3 days ago, minutes 25
  expect stage is SQL
}
`;

export const SCORING = `# What a lead is, and what it does.
score profile 0..100, by sales {
  name is known and email is known     => +3
  phone is known and company is known  => +2

  employees {
    ..9       => -10
    50..99    => +10
    100..200  => +20 as "ideal size", because "closes twice as often"
    201..1000 => +10
  }

  country in BE, NL, LU                            => +10
  job_title mentions "director", "owner", "chief"  => +12
  email.domain in free_mail                        => -5
  budget >= 10k                                    => +10
  consent is no                                    => -20
}

score engagement 0..200, by marketing {
  group "e-mail", up to 20 {
    email_opened in last 90 days   => +1 each, up to 10
    email_clicked in last 90 days  => +3 each, up to 15
  }
  ebook_downloaded                      => +10 each, up to 20
  webinar_signup                        => +5
  webinar_attended where minutes >= 20  => +50 once
  demo_requested                        => +40
  no activity in last 60 days           => -15
}
`;
