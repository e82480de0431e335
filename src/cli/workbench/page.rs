//! The page's questions, handed on to the desk. Files that are dropped make a new desk.

use std::sync::{Arc, PoisonError, RwLock};

use leadrules_language::words::Locale;
use leadrules_server::{Answer, Answers, Part, Refused};
use leadrules_service::desk::{self, Desk};

use super::super::world;
use super::dropped;

/// Answers the page.
pub(super) struct Page {
    desk: RwLock<Arc<Desk>>,
}

impl Page {
    /// With this desk to begin with.
    pub(super) fn new(desk: Desk) -> Self {
        Self { desk: RwLock::new(Arc::new(desk)) }
    }

    fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Answers for Page {
    fn answer(&self, call: &str, body: &[u8]) -> Result<Answer, Refused> {
        answered(self.desk().answer(call, body), desk::spoken(body))
    }

    fn run(
        &self,
        body: &[u8],
        goes_on: &(dyn Fn() -> bool + Sync),
        say: &mut (dyn FnMut(String) + Send),
    ) -> Result<(), Refused> {
        let desk = self.desk();
        let had_leads = desk.has_leads();
        desk.run(body, goes_on, say);
        if !had_leads {
            // They have just been read.
            world::give_back_memory();
        }
        Ok(())
    }

    fn open(&self, parts: Vec<Part>) -> Result<Answer, Refused> {
        let locale = dropped::language(&parts);
        let desk = Arc::new(dropped::open(parts).map_err(|why| Refused::Wrong(why.in_locale(locale)))?);
        *self.desk.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&desk);
        let asked = format!("{{\"language\":\"{}\"}}", locale.code());
        answered(desk.answer("session", asked.as_bytes()), locale)
    }
}

fn answered(answer: Result<desk::Answer, desk::Refused>, locale: Locale) -> Result<Answer, Refused> {
    match answer {
        Ok(desk::Answer::Json(text)) => Ok(Answer::Json(text)),
        Ok(desk::Answer::Workbook(bytes)) => Ok(Answer::File {
            name: "leads.xlsx".to_owned(),
            media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes,
        }),
        Err(desk::Refused::NoSuchCall) => Err(Refused::NoSuchCall),
        Err(desk::Refused::Wrong(why)) => Err(Refused::Wrong(why.in_locale(locale))),
        Err(desk::Refused::Failed(why)) => Err(Refused::Failed(why.in_locale(locale))),
    }
}
