"""Makes the data of this example. Every company, person and address in it is invented.

    python3 examples/companies/make_data.py

The same data comes out each time. Of the companies that buy, most are of the right size, and several of their people each do a
little in the two months before; of the others, now and then one person does a lot.
"""

import csv
import random
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
AS_OF = datetime(2026, 11, 23, 9, 0)
FIRST = ("An Bart Carla Dirk Els Filip Greet Hans Ines Joris Karen Luc Mieke Nico Olga Pieter Rita Stijn Tine Veerle Wout "
         "Yann Zita Amélie Chloé").split()
LAST = "Adams Bakker Claes Dubois Evers Goossens Hendriks Jacobs Kuipers Lambert Maes Nijs Peeters Smets Vermeer".split()
MAKES = ("Noord Zuid Oost West Berg Dal Stad Haven Bron Veld Park Molen Kasteel Brug Linde Beuk Eik Ster Zon Maan Kroon "
         "Anker Arend Valk Hert").split()
TRADES = "Logistiek Textiel Brouwers Verpakking Staal Bouw Foods Media Meubel Techniek Transport Zorg".split()
TITLES = ["Director", "Owner", "Chief Operating Officer", "Buyer", "Engineer", "Accountant", "Planner", "Office Manager", "", ""]
LITTLE = ["email_opened", "email_opened", "email_opened", "ebook_downloaded", "webinar_attended", "pricing_viewed"]


def write(name, header, rows):
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    rng = random.Random(300)
    companies, people, events = [], [], []

    def act(person, kind, days):
        minutes = rng.randrange(15, 60) if kind == "webinar_attended" else ""
        at = AS_OF - timedelta(days=days, minutes=rng.randrange(1, 600))
        events.append([person, kind, at.isoformat(timespec="minutes"), minutes])

    pairs = [(make, trade) for make in MAKES for trade in TRADES]
    for at, (make, trade) in enumerate(pairs[:300]):
        domain = f"{make}-{trade}".lower() + ".example"
        is_fit = rng.random() < 0.4
        employees = rng.randrange(90, 220) if is_fit else rng.choice([3, 8, 20, 45, 60, 300, 900, 4000])
        buys = rng.random() < (0.22 if is_fit else 0.03)
        country = rng.choice(["BE", "BE", "NL", "LU", "FR", "DE"])
        known = rng.random() > 0.05
        companies.append([domain, f"{make} {trade}", employees if known else "", country, "yes" if buys else "no"])
        size = rng.choice([4, 5, 6, 7, 8, 9])
        team = []
        for number in range(size):
            first, last = rng.choice(FIRST), rng.choice(LAST)
            key = f"P{len(people) + 1:05}"
            free = rng.random() < 0.06
            local = f"{first}.{last}".lower().replace("é", "e") + str(number)
            address = f"{local}@{'gmail.com' if free else domain}"
            people.append([key, f"{first} {last}", address, rng.choice(TITLES), "yes" if rng.random() < 0.04 else "no"])
            team.append(key)
        # The whole year, everybody reads something now and then.
        for person in team:
            for _ in range(rng.randrange(0, 6)):
                act(person, rng.choice(LITTLE[:4]), rng.randrange(60, 365))
        if buys and rng.random() < 0.9:
            for person in rng.sample(team, min(len(team), rng.randrange(3, 6))):
                for _ in range(rng.randrange(1, 4)):
                    act(person, rng.choice(LITTLE[2:]), rng.randrange(1, 55))
        elif rng.random() < 0.12:
            # A student, a competitor, somebody who looks for work: one who does a lot.
            person = rng.choice(team)
            for kind in ["ebook_downloaded", "ebook_downloaded", "webinar_attended", "pricing_viewed", "pricing_viewed"]:
                act(person, kind, rng.randrange(1, 55))
    while len(people) < 2000:
        key = f"P{len(people) + 1:05}"
        first, last = rng.choice(FIRST), rng.choice(LAST)
        people.append([key, f"{first} {last}", f"{first}.{last}{len(people)}@hotmail.com".lower().replace("é", "e"), "", "no"])
        if rng.random() < 0.3:
            act(key, rng.choice(LITTLE), rng.randrange(1, 365))
    people = people[:2000]
    known = {person[0] for person in people}
    events = sorted((event for event in events if event[0] in known), key=lambda event: event[2])
    write("companies.csv", ["Domain", "Company", "Employees", "Country", "Deal"], companies)
    write("people.csv", ["Contact ID", "Name", "Email", "Job title", "Left the company"], people)
    write("events.csv", ["Contact ID", "Activity", "Occurred at", "minutes"], events)


main()
