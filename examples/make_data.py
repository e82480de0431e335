"""Makes the data of the examples. Every person, company and address in it is invented.

    python3 examples/make_data.py

The same data comes out each time. The Excel file needs `pip install openpyxl`; without it the other files are made.
Free-mail addresses carry an underscore, which no Gmail account has, so that they can't be anyone's.
"""

import csv
import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
AS_OF = datetime(2026, 11, 23, 9, 0)

FIRST = ("An Bart Carla Dirk Els Filip Greet Hans Ines Joris Karen Luc Mieke Nico Olga Pieter Quinten Rita Stijn Tine "
         "Ulrike Veerle Wout Xenia Yann Zita Amélie Björn Chloé Renée").split()
LAST = ("Adams Bakker Claes Dubois Evers Fontaine Goossens Hendriks Ivens Jacobs Kuipers Lambert Maes Nijs Otten "
        "Peeters Renard Smets Thijs Uyttenhove Vermeer Willems Zeegers").split()
MAKES = "Northwind Bluebird Redwood Silverlake Greenfield Oakridge Riverbend Stonegate Brightway Clearwater".split()
TRADES = "Logistics Software Foods Retail Steel Textiles Academy Packaging Breweries Robotics".split()
TITLES = ("Director", "Owner", "Chief Marketing Officer", "Marketing Manager", "Sales Director", "Intern", "Accountant",
          "IT Manager", "Co-owner", "Buyer", "Student", "Chief of Staff", "Teacher", "Operations Lead")


def ascii_name(text):
    for accented, plain in (("é", "e"), ("ö", "o"), (" ", "."), ("'", "")):
        text = text.replace(accented, plain)
    return text.lower()


def company(rng):
    name = f"{rng.choice(MAKES)} {rng.choice(TRADES)}"
    return name, name.lower().replace(" ", "-") + ".example"


def write_csv(path, header, rows, encoding="utf-8", delimiter=",", newline="\n"):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=newline)
        writer.writerow(header)
        writer.writerows(rows)


# What the CRM holds of the inbound leads since the run of a week before; L1058 has become ready since, L1061 has cooled down.
MARKETING_QUALIFIED = {
    1007, 1008, 1011, 1016, 1017, 1025, 1036, 1037, 1044, 1045, 1048, 1049, 1053, 1056, 1057, 1058, 1064, 1066, 1067, 1072,
    1075, 1084, 1085, 1089, 1098, 1099, 1102, 1104, 1106, 1111, 1114, 1119, 1120,
}
SALES_QUALIFIED = {1028, 1061, 1071}


def lifecycle(lead):
    number = int(lead["Record ID"][1:])
    if number in SALES_QUALIFIED:
        return "salesqualifiedlead"
    if number in MARKETING_QUALIFIED:
        return "marketingqualifiedlead"
    return "lead" if lead["name"] and lead["email"] else ""


def inbound(rng):
    """120 leads and their events, with the flaws that a CRM export has."""
    countries = ["BE", "Belgium", "België", "NL", "Netherlands", "Nederland", "LU", "FR", "DE", ""]
    leads = []
    for number in range(1, 121):
        name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        firm, domain = company(rng)
        email = f"{ascii_name(name)}@{domain}"
        if rng.random() < 0.15:
            email = f"{ascii_name(name).replace('.', '_')}_@gmail.com"
        employees = int(rng.lognormvariate(4.4, 1.3)) + 1
        leads.append({
            "Record ID": f"L{1000 + number}",
            "name": name if rng.random() < 0.95 else "",
            "email": email if rng.random() < 0.92 else "",
            "phone": f"+32 2 000 {rng.randrange(100):02} {rng.randrange(100):02}" if rng.random() < 0.5 else "",
            "company": firm if rng.random() < 0.9 else "",
            "job_title": rng.choice(TITLES) if rng.random() < 0.85 else "",
            "country": rng.choice(countries),
            "industry": rng.choice(["software", "logistics", "manufacturing", "retail", "education", ""]),
            "Number of employees": str(employees) if rng.random() < 0.8 else "",
            "budget": rng.choice(["", "", "2500", "5,000", "9500.50", "12,500", "€ 20,000", "48000"]),
            "consent": rng.choice(["yes", "yes", "yes", "no", ""]),
            "created": (AS_OF - timedelta(days=rng.randrange(1, 400))).date().isoformat(),
        })
    leads[6]["email"] = "greet.maes(at)oakridge-steel.example"
    leads[17]["Number of employees"] = "about 50"
    leads[23]["country"] = "Belgum"
    leads[41]["Number of employees"] = "12.5"
    leads[52]["created"] = "31/31/2026"
    leads[3]["name"], leads[3]["email"] = "Luc Claes", "luc.claes@acme.example"
    leads[30]["company"] = "Rival Scoring"
    leads[77]["company"] = "LeadGuess Inc"
    leads[99]["Record ID"] = leads[98]["Record ID"]
    for lead in leads:
        lead["Lifecycle stage"] = lifecycle(lead)
    write_csv(HERE / "inbound/leads.csv", list(leads[0]), [list(lead.values()) for lead in leads])

    titles = ["Scoring for beginners", "Ten mistakes", "The benchmark"]
    pages = ["/", "/pricing", "/pricing", "/blog/why", "/careers", "/features"]
    events = []

    def event(lead, kind, days, **properties):
        time = AS_OF - timedelta(days=days, seconds=rng.randrange(86_400))
        events.append((time, lead["Record ID"], kind, properties))

    for lead in leads:
        warmth = rng.choice([0, 0, 1, 1, 2, 3])
        for _ in range(warmth * rng.randrange(1, 6)):
            client = rng.choice(["Outlook", "Apple Mail", "Gmail", "LinkScanner", "Googlebot"])
            event(lead, "email_opened", rng.randrange(0, 200), client=client)
        for _ in range(warmth * rng.randrange(0, 2)):
            event(lead, "email_clicked", rng.randrange(0, 150))
        for _ in range(warmth * rng.randrange(0, 4)):
            event(lead, "page_viewed", rng.randrange(0, 45), page=rng.choice(pages))
        if warmth and rng.random() < 0.5:
            for title in rng.sample(titles, rng.randrange(1, 3)):
                for _ in range(rng.randrange(1, 3)):
                    event(lead, "Ebook Download", rng.randrange(0, 300), title=title)
        if rng.random() < 0.15 * warmth:
            days = rng.randrange(1, 120)
            event(lead, "webinar_signup", days + 7)
            if rng.random() < 0.7:
                event(lead, "webinar_attended", days, minutes=rng.choice([5, 12, 25, 45, 60]))
        if rng.random() < 0.06 * warmth:
            event(lead, "demo_requested", rng.randrange(0, 140))
        if rng.random() < 0.05:
            event(lead, "unsubscribed", rng.randrange(0, 200))
        if rng.random() < 0.05:
            event(lead, "form_abandoned", rng.randrange(0, 200))
    event({"Record ID": "L9999"}, "email_opened", 3, client="Outlook")
    events.sort(key=lambda row: (row[0], row[1], row[2]))
    write_csv(
        HERE / "inbound/events.csv",
        ["Contact ID", "Activity", "Occurred at", "client", "title", "minutes", "page"],
        [[lead, kind, time.isoformat(timespec="seconds") + "Z"]
         + [properties.get(name, "") for name in ("client", "title", "minutes", "page")]
         for time, lead, kind, properties in events],
    )


def second_year(rng):
    """What the inbound leads do in 2027: a newsletter each month, webinars, and visits to the pages in bursts."""
    events = []
    for number in range(1, 121):
        if number == 100:
            continue
        warmth = rng.choice([0, 1, 1, 2, 3])
        lead = f"L{1000 + number}"

        def event(kind, day, lead=lead, **properties):
            time = datetime(2027, 1, 1) + timedelta(days=day, seconds=rng.randrange(28_800, 64_800))
            if time.year == 2027:
                events.append((time, lead, kind, properties))

        for month in range(12):
            if rng.random() < 0.3 * warmth:
                event("email_opened", month * 30 + rng.randrange(5), client=rng.choice(["Outlook", "Apple Mail", "Gmail"]))
            if rng.random() < 0.12 * warmth:
                event("email_clicked", month * 30 + rng.randrange(5))
        for _ in range(rng.randrange(0, warmth + 1)):
            event("Ebook Download", rng.randrange(365), title=rng.choice(["Ten mistakes", "The benchmark", "Budgets"]))
        if rng.random() < 0.2 * warmth:
            day = rng.randrange(10, 250)
            event("webinar_signup", day - 7)
            event("webinar_attended", day, minutes=rng.choice([12, 25, 45, 60]))
        # Who compares offers looks at the prices for a week, and again some weeks later.
        day = rng.randrange(20, 120)
        while warmth > 1 and day < 365:
            for _ in range(rng.randrange(2, 5)):
                event("page_viewed", day + rng.randrange(7), page="/pricing")
            day += rng.randrange(35, 110)
        if rng.random() < 0.05 * warmth:
            event("demo_requested", rng.randrange(30, 330))
        if rng.random() < 0.03:
            event("unsubscribed", rng.randrange(60, 360))
    events.sort(key=lambda row: (row[0], row[1], row[2]))
    write_csv(
        HERE / "inbound/events-2027.csv",
        ["Contact ID", "Activity", "Occurred at", "client", "title", "minutes", "page"],
        [[lead, kind, time.isoformat(timespec="seconds") + "Z"]
         + [properties.get(name, "") for name in ("client", "title", "minutes", "page")]
         for time, lead, kind, properties in events],
    )


def teams(rng):
    """60 leads in JSON lines, each with its events inside."""
    plans = ["free", "free", "starter", "business"]
    with (HERE / "teams/leads.ndjson").open("w", encoding="utf-8", newline="\n") as file:
        for number in range(1, 61):
            name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
            firm, domain = company(rng)
            lead = {
                "id": number,
                "name": name,
                "email": f"{ascii_name(name)}@{domain}",
                "company": firm,
                "seats": rng.choice([None, 3, 8, 20, 45, 120, 400]),
                "sector": rng.choice(["software", "health", "public sector", "retail", None]),
                "plan": rng.choice(plans),
                "interests": rng.sample(["reporting", "security", "integrations", "price"], rng.randrange(0, 4)),
                "trial_ends": (AS_OF.date() + timedelta(days=rng.randrange(-30, 30))).isoformat(),
                "contacted": rng.choice([True, False, None]),
                "events": [],
            }
            for _ in range(rng.choice([0, 0, 1, 3, 6, 12])):
                days = rng.randrange(0, 90)
                time = AS_OF - timedelta(days=days, seconds=rng.randrange(86_400))
                kind = rng.choice(["login", "login", "login", "report_made", "invited", "support_ticket", "call"])
                event = {"event": kind, "time": time.isoformat(timespec="seconds") + "Z"}
                if kind == "invited":
                    event["people"] = rng.randrange(1, 6)
                if kind == "call":
                    event["result"] = rng.choice(["no answer", "interested", "not now"])
                lead["events"].append(event)
            lead["events"].sort(key=lambda event: event["time"])
            file.write(json.dumps(lead, ensure_ascii=False) + "\n")


def signups(rng):
    """900 trials of an online product and what became of them; small teams and competitors' visitors rarely buy."""
    odds = {"Referral": 1.6, "Webinar": 0.9, "Search": 0.2, "Advertisement": -0.6, "Price comparison": -1.1, "": 0.0}
    rows = []
    for number in range(1, 901):
        source = rng.choices(list(odds), [10, 12, 34, 24, 14, 6])[0]
        team = max(1, int(rng.lognormvariate(2.2, 1.1)))
        role = rng.choice(["Owner", "Manager", "Team lead", "Employee", "Employee", "Student", ""])
        days = rng.randint(0, 14)
        invited = rng.random() < 0.3
        size = -1.0 if team < 3 else 0.0 if team < 10 else 1.1 if team < 60 else 0.3
        log_odds = (-2.3 + odds[source] + size + 0.12 * days + (0.8 if invited else 0)
                    + {"Owner": 0.7, "Manager": 0.5, "Student": -1.5}.get(role, 0))
        won = rng.random() < 1 / (1 + 2.718281828 ** -log_odds)
        decided = date(2026, 1, 5) + timedelta(days=rng.randint(0, 300))
        open_still = rng.random() < 0.03
        rows.append([f"T{number:04}", source, team if rng.random() < 0.93 else "", role, days, "yes" if invited else "no",
                     "" if open_still else decided, "" if open_still else "yes" if won else "no"])
    write_csv(HERE / "signups/signups.csv", ["Trial", "Source", "Team size", "Role", "Days used", "Invited colleagues",
                                             "Decided on", "Became a customer"], rows)


def brouwerij(rng):
    """80 leads as a Belgian office exports them: an Excel file, and the same as CSV in Windows-1252."""
    header = ["Klantnr", "Naam", "E-mail", "Gemeente", "Type zaak", "Werknemers", "Omzet (€)", "Toestemming",
              "Eerste contact", "Interesses", "Coöperatie"]
    places = ["Gent", "Liège", "Sint-Truiden", "Leuven", "Ronse", "Tervuren", "Mechelen", "Sankt Vith"]
    kinds = ["café", "restaurant", "drankenhandel", "hotel", "vereniging", "Cafe", "HORECA-groothandel", ""]
    tastes = ["blond", "tripel", "alcoholvrij", "fruitbier", "geuze"]
    leads = []
    for number in range(1, 81):
        name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        house = rng.choice(["De Gouden Arend", "’t Hopveld", "Brasserie Zénith", "In den Hert", "Het Vat", "De Moutmolen"])
        domain = ascii_name(house.replace("’", "").replace(" ", "-")) + ".example"
        turnover = round(rng.lognormvariate(11.5, 1.1), 2)
        leads.append([
            f"K{number:03}",
            name,
            f"{ascii_name(name)}@{domain}" if rng.random() < 0.9 else None,
            rng.choice(places),
            rng.choice(kinds) or None,
            int(rng.lognormvariate(1.9, 1.0)) + 1 if rng.random() < 0.85 else None,
            turnover if rng.random() < 0.85 else None,
            rng.choice(["ja", "ja", "nee", None]),
            AS_OF.date() - timedelta(days=rng.randrange(1, 700)),
            ", ".join(rng.sample(tastes, rng.randrange(0, 4))) or None,
            rng.choice(["ja", "nee", None]),
        ])

    def belgian(value):
        if value is None:
            return ""
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        if isinstance(value, float):
            return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
        return str(value)

    rows = [[belgian(value) for value in lead] for lead in leads]
    rows[11][6] = "€ 45.000,00"
    rows[12][6] = "n.v.t."
    rows[19][5] = "een tiental"
    write_csv(HERE / "brouwerij/klanten.csv", header, rows, encoding="cp1252", delimiter=";", newline="\r\n")

    actions = ["Proeverij bezocht", "Staal aangevraagd", "Offerte gevraagd", "Nieuwsbrief geopend", "Bestelling"]
    weights = [3, 2, 1, 8, 1]
    events = []
    for lead in leads:
        for _ in range(rng.choice([0, 0, 1, 2, 4, 8])):
            time = AS_OF - timedelta(days=rng.randrange(0, 200), seconds=rng.randrange(86_400))
            kind = rng.choices(actions, weights)[0]
            amount = belgian(round(rng.uniform(80, 900), 2)) if kind == "Bestelling" else ""
            taste = rng.choice(tastes) if kind == "Staal aangevraagd" else ""
            events.append((time, [lead[0], kind, time.strftime("%d/%m/%Y %H:%M"), amount, taste]))
    events.sort(key=lambda row: (row[0], row[1]))
    write_csv(HERE / "brouwerij/acties.csv", ["Klantnr", "Actie", "Tijdstip", "Bedrag", "Bier"],
              [row for _, row in events], encoding="cp1252", delimiter=";", newline="\r\n")

    try:
        from openpyxl import Workbook
    except ImportError:
        print("klanten.xlsx is not made: it needs `pip install openpyxl`")
        return
    book = Workbook()
    book.properties.created = book.properties.modified = AS_OF
    sheet = book.active
    sheet.title = "Klanten"
    sheet.append(header)
    for lead, row in zip(leads, rows):
        cells = list(lead)
        for place in (5, 6):
            if row[place] in ("n.v.t.", "een tiental") or row[place].startswith("€"):
                cells[place] = row[place]
        sheet.append(cells)
    for row in sheet.iter_rows(min_row=2):
        row[6].number_format = "#,##0.00"
        row[8].number_format = "dd/mm/yyyy"
    book.save(HERE / "brouwerij/klanten.xlsx")


if __name__ == "__main__":
    inbound(random.Random(1))
    second_year(random.Random(5))
    teams(random.Random(2))
    brouwerij(random.Random(3))
    signups(random.Random(4))
