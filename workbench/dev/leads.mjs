// Made-up leads and what they did: always the same ones.

const FIRST = [
  "An",
  "Bart",
  "Chloé",
  "Dirk",
  "Els",
  "Fatima",
  "Greet",
  "Hans",
  "Ilse",
  "Jan",
  "Karim",
  "Lotte",
  "Mieke",
  "Nils",
  "Olga",
  "Pieter",
];
const LAST = [
  "Peeters",
  "Janssens",
  "Maes",
  "Jacobs",
  "Mertens",
  "Willems",
  "Claes",
  "Goossens",
  "Wouters",
  "De Smet",
  "Dubois",
  "Lambert",
];
const COMPANIES = [
  "Noordbier",
  "Zénith",
  "Oakridge Foods",
  "Het Vat",
  "Bluebird Steel",
  "Northwind Logistics",
  "Riverbend",
  "Clearwater",
  "Brightway Retail",
];
const TITLES = ["Director", "Owner", "IT Manager", "Buyer", "Chief of Staff", "Head of Marketing", "Student", null];
const COUNTRIES = ["BE", "BE", "BE", "NL", "NL", "LU", "FR", "DE", null];
const KINDS = [
  "email_opened",
  "email_clicked",
  "ebook_downloaded",
  "webinar_signup",
  "webinar_attended",
  "demo_requested",
  "page_viewed",
];

/** Numbers between 0 and 1 that look like chance. */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function makeLeads(count) {
  const draw = chance(7);
  const one = (list) => list[Math.floor(draw() * list.length)];
  return Array.from({ length: count }, (_, row) => {
    const name = draw() < 0.97 ? `${one(FIRST)} ${one(LAST)}` : null;
    const company = draw() < 0.9 ? one(COMPANIES) : null;
    const warmth = draw() ** 2;
    const lead = {
      row,
      key: `L${1001 + row}`,
      name,
      email:
        draw() < 0.93 && name
          ? `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${draw() < 0.2 ? "gmail.com" : "example.com"}`
          : null,
      phone: draw() < 0.5 ? "+32 2 000 01 02" : null,
      company,
      job_title: one(TITLES),
      country: one(COUNTRIES),
      employees: draw() < 0.85 ? Math.round(10 ** (draw() * 3.6)) : null,
      budget: draw() < 0.6 ? Math.round(draw() * 30) * 1000 : null,
      consent: draw() < 0.8 ? draw() < 0.9 : null,
      events: [],
    };
    const happenings = Math.floor(warmth * 14);
    for (let at = 0; at < happenings; at++)
      lead.events.push({
        kind: one(KINDS),
        daysAgo: Math.floor(draw() ** 1.5 * 300),
        minutes: Math.round(draw() * 60),
      });
    lead.events.sort((first, second) => second.daysAgo - first.daysAgo);
    lead.converted = draw() < 0.03 + 0.5 * warmth * (lead.employees > 50 ? 1 : 0.3);
    return lead;
  });
}

/** Whether a condition that the sample speaks of holds; `null` where it is unknown. How often, for events. */
export const CONDITIONS = {
  "name is known and email is known": (lead) => lead.name !== null && lead.email !== null,
  "phone is known and company is known": (lead) => lead.phone !== null && lead.company !== null,
  "country in BE, NL, LU": (lead) => (lead.country === null ? null : ["BE", "NL", "LU"].includes(lead.country)),
  'job_title mentions "director", "owner", "chief"': (lead) =>
    lead.job_title === null ? null : /director|owner|chief/i.test(lead.job_title),
  "email.domain in free_mail": (lead) => (lead.email === null ? null : lead.email.endsWith("@gmail.com")),
  "budget >= 10k": (lead) => (lead.budget === null ? null : lead.budget >= 10_000),
  "consent is no": (lead) => (lead.consent === null ? null : !lead.consent),
  "..9": (lead) => (lead.employees === null ? null : lead.employees <= 9),
  "50..99": (lead) => (lead.employees === null ? null : lead.employees >= 50 && lead.employees <= 99),
  "100..200": (lead) => (lead.employees === null ? null : lead.employees >= 100 && lead.employees <= 200),
  "201..1000": (lead) => (lead.employees === null ? null : lead.employees >= 201 && lead.employees <= 1000),
  "email_opened in last 90 days": (lead) => times(lead, "email_opened", 90),
  "email_clicked in last 90 days": (lead) => times(lead, "email_clicked", 90),
  ebook_downloaded: (lead) => times(lead, "ebook_downloaded"),
  webinar_signup: (lead) => times(lead, "webinar_signup"),
  "webinar_attended where minutes >= 20": (lead) =>
    lead.events.filter((event) => event.kind === "webinar_attended" && event.minutes >= 20).length,
  demo_requested: (lead) => times(lead, "demo_requested"),
  "no activity in last 60 days": (lead) => !lead.events.some((event) => event.daysAgo <= 60),
};

function times(lead, kind, days = Infinity) {
  return lead.events.filter((event) => event.kind === kind && event.daysAgo <= days).length;
}
