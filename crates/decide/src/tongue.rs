//! Which language people wrote something in, of those that leadrules speaks. In: words, such as the titles of columns; out: a language, where
//! the evidence is clear. What a few words of each language tell is enough: whoever is answered in another may ask for theirs.

use std::collections::BTreeSet;

use leadrules_language::text;
use leadrules_language::words::Locale;

/// So many different words of a language are needed.
const FEWEST: usize = 3;

/// Words of titles, of cells such as yes and no, and of sentences, without accents. One that two languages have is in both.
const DUTCH: &str = "\
    aangemaakt aanhef aanmaakdatum aanspreking aantal achternaam actie activiteit adres afgemeld bedrag bedrijf bedrijfsgrootte \
    bedrijfsnaam beschrijving bestelling bezocht bezoek bezoeken bij bijgewerkt bron dag dat datum deze die een eerste eigenaar \
    emailadres factuur familienaam firma functie functietitel gebeld gebeurtenis geboortedatum gecontacteerd geen gemeente geslacht \
    gewijzigd gewonnen geworden hebben heeft herkomst het hoe huisnummer ingeschreven ja jaar jaaromzet klant klantnaam klantnr \
    klantnummer laatste land levenscyclusfase maand mailadres medewerkers met naam naar nee niet nieuwsbrief n.v.t. nvt of offerte \
    omschrijving omzet onbekend onze op opmerking opmerkingen personeelsleden plaats prijs punten reden regels sinds soort stad \
    straat taal telefoon telefoonnr telefoonnummer tijd tijdstip toestemming uitgeschreven uur van verantwoordelijke verkoper \
    verloren voor voornaam wat welke werknemers wie wijzigingsdatum woonplaats wordt zaak zijn";

/// As [`DUTCH`].
const FRENCH: &str = "\
    abonne activite adresse affaires annee appele aux avec chaque chiffre civilite commande commentaire commentaires commune \
    consentement courriel creation cree date depuis dernier derniere des desinscrit devenu devis effectif effectifs employes \
    entreprise est et etape evenement facture famille fonction gagne heure inconnu inconnue infolettre inscrit interet jour la \
    langue le les modifie mois montant motif naissance nom nombre non notre numero origine oui par pas pays perdu perdue poste pour \
    premier premiere prenom prix proprietaire quand que qui regles remarque remarques rue secteur sexe societe source statut sur \
    telephone titre une vendeur ville visites";

/// As [`DUTCH`].
const ENGLISH: &str = "\
    activity address amount and are became city clicked company consent converted country created creation customer date day days \
    decided domain employee employees first for from full gender has have headcount industry invited it job language last left \
    lifecycle lost minutes modified month name newsletter no not notes number occurred of on opened our owner phone points postal \
    price reason revenue role rules salutation size source stage state street subscribed team telephone that the they this time \
    title town trial unknown unsubscribed updated used visited visits was were what when which who with won year yes zip";

/// As [`DUTCH`], of a language that leadrules does not speak but that is easily taken for it.
const GERMAN: &str = "\
    adresse anrede anzahl auf bei besitzer betrag das datum der des die ein eine ereignis erste erstellt erster firma fur geandert \
    geburtsdatum geschlecht gewonnen große grund herkunft ist ja kunde kundennummer land letzte letzter mit mitarbeiter \
    mitarbeiterzahl nachname name nein nicht ort plz quelle sprache stadt strasse straße telefon telefonnummer umsatz unbekannt und \
    unternehmen verloren von vorname wir zeit zeitpunkt";

/// The languages, and their words.
const LANGUAGES: [(Option<Locale>, &str); 4] =
    [(Some(Locale::Dutch), DUTCH), (Some(Locale::French), FRENCH), (Some(Locale::English), ENGLISH), (None, GERMAN)];

/// The words seen so far.
#[derive(Debug, Default)]
pub(crate) struct Tongue {
    seen: [BTreeSet<&'static str>; LANGUAGES.len()],
}

impl Tongue {
    /// Takes in a title or a sentence.
    pub(crate) fn hear(&mut self, said: &str) {
        said.split(|c: char| !c.is_alphanumeric()).for_each(|word| self.hear_word(word));
    }

    /// Takes in a word.
    pub(crate) fn hear_word(&mut self, word: &str) {
        let word = text::searched(word);
        for (seen, (_, words)) in self.seen.iter_mut().zip(LANGUAGES) {
            seen.extend(words.split(' ').find(|known| *known == word));
        }
    }

    /// The language: it has at least three of the words, and more than twice as many as any other.
    pub(crate) fn language(&self) -> Option<Locale> {
        let counts = || self.seen.iter().map(BTreeSet::len).enumerate();
        let (at, most) = counts().max_by_key(|(_, count)| *count)?;
        let is_clear = most >= FEWEST && counts().all(|(other, count)| other == at || count * 2 < most);
        LANGUAGES[at].0.filter(|_| is_clear)
    }
}

/// The language that the authors of rule files write in: that of their comments, their texts and the names of fields.
pub(crate) fn of_rules<'a>(
    files: impl IntoIterator<Item = &'a str>,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<Locale> {
    let mut tongue = Tongue::default();
    names.into_iter().for_each(|name| tongue.hear(name));
    for line in files.into_iter().flat_map(str::lines) {
        let mut rest = line;
        // Between two quotes stands a text; outside, a comment goes to the end of the line.
        while let Some(at) = rest.find(['"', '#']) {
            let after = &rest[at + 1..];
            let end = if rest[at..].starts_with('#') { None } else { after.find('"') };
            tongue.hear(&after[..end.unwrap_or(after.len())]);
            rest = end.map_or("", |end| &after[end + 1..]);
        }
    }
    tongue.language()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(titles: &str) -> Option<Locale> {
        let mut tongue = Tongue::default();
        titles.split(';').for_each(|title| tongue.hear(title));
        tongue.language()
    }

    #[test]
    fn titles_tell_a_language_where_they_are_clear() {
        assert_eq!(of("Klantnr;Naam;E-mail;Gemeente;Type zaak;Werknemers"), Some(Locale::Dutch));
        assert_eq!(
            of("Record ID;Voornaam;Achternaam;E-mailadres;Telefoonnummer;Bedrijfsnaam;Lead source"),
            Some(Locale::Dutch)
        );
        assert_eq!(of("Prénom;Nom;Adresse e-mail;Numéro de téléphone;Nom de l'entreprise;Pays"), Some(Locale::French));
        assert_eq!(of("Lead ID;Name;Email;Company;Country;Employees;Job title"), Some(Locale::English));
        // Of two, of none, too few, and of a language that is not spoken here.
        assert_eq!(of("Naam;Company;Telefoon;Country;Werknemers;Industry"), None);
        assert_eq!(of("Naam / Nom;Bedrijf / Entreprise;Land / Pays;Functie / Fonction"), None);
        assert_eq!(of("id;email;x1;x2"), None);
        assert_eq!(of("id;Naam;Bedrijf"), None);
        assert_eq!(of("Vorname;Nachname;Firma;Land;Stadt;Umsatz;Mitarbeiter"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn rules_tell_it_by_their_comments_texts_and_names() {
        let of = |source: &str, names: &[&str]| of_rules([source], names.iter().copied());
        assert_eq!(of("# Wie bellen we?\nlead { naam text, from \"Naam bedrijf\" }", &["naam"]), Some(Locale::Dutch));
        assert_eq!(of("lead {\n  x text  # la ville et le pays\n}", &["x"]), Some(Locale::French));
        assert_eq!(of("score fit 0.. { a in last 30 days => +5 }", &["a"]), None);
        assert_eq!(of("a as \"what the team used # and when\"", &[]), Some(Locale::English));
    }

    #[test]
    fn words_are_written_as_they_are_compared() {
        for (_, words) in LANGUAGES {
            assert!(words.split(' ').all(|word| text::searched(word) == *word && !word.is_empty()), "{words:?}");
            assert_eq!(words.split(' ').collect::<BTreeSet<_>>().len(), words.split(' ').count());
        }
    }
}
