//! What it took to answer, kept for the next question: a slider asks the same of the same data again and again.

use std::rc::Rc;

use crate::at::At;
use crate::behaviour::Study;
use crate::customers::CustomerTable;
use crate::data::Dataset;
use crate::error::Error;
use crate::scenario::{Baseline, Draws, ScenarioRequest};
use crate::segments::SegmentTable;

/// What is kept, each with what it was asked for. Whatever is asked at another date or under other conventions replaces
/// it.
#[derive(Default)]
pub struct Kept {
    study: Option<(At, Rc<Study>)>,
    customers: Option<(At, CustomerTable)>,
    baseline: Option<Baseline>,
    draws: Option<(ScenarioRequest, Draws)>,
    /// The segments at the last two dates: the second one is compared with.
    segments: Vec<(At, Rc<SegmentTable>)>,
}

impl Kept {
    /// How customers pay.
    pub fn study(&mut self, dataset: &Dataset, at: &At) -> Result<Rc<Study>, Error> {
        let study = match self.known_study(at) {
            Some(study) => study,
            None => Rc::new(Study::at(dataset, at)?),
        };
        self.keep_study(at, Some(&study));
        Ok(study)
    }

    /// The customers: another part of their list, or another order, costs no new pass over the data.
    pub fn customers(&mut self, dataset: &Dataset, at: &At) -> Result<&CustomerTable, Error> {
        let table = match self.customers.take() {
            Some((asked, table)) if asked == *at => table,
            _ => CustomerTable::of(dataset, at, self.known_study(at))?,
        };
        self.keep_study(at, table.study());
        Ok(&self.customers.insert((at.clone(), table)).1)
    }

    /// The segments: another column, or another part of its values, costs no new pass over the data.
    pub fn segments(&mut self, dataset: &Dataset, at: &At) -> Result<Rc<SegmentTable>, Error> {
        if let Some((_, table)) = self.segments.iter().find(|(asked, _)| asked == at) {
            return Ok(Rc::clone(table));
        }
        let table = Rc::new(SegmentTable::of(dataset, at)?);
        self.segments.truncate(1);
        self.segments.insert(0, (at.clone(), Rc::clone(&table)));
        Ok(table)
    }

    /// What a scenario is measured against.
    pub fn baseline(&mut self, dataset: &Dataset, request: &ScenarioRequest) -> Result<&Baseline, Error> {
        request.check()?;
        let at = &request.baseline;
        let baseline = match self.baseline.take() {
            Some(kept) if kept.is_of(at) => kept.fitting(dataset, request)?,
            _ => Baseline::of(dataset, request, self.known_study(at).as_ref())?,
        };
        self.keep_study(at, baseline.study());
        Ok(self.baseline.insert(baseline))
    }

    /// The draws made of a scenario so far; they are given back with [`Self::keep_draws`].
    pub fn take_draws(&mut self, request: &ScenarioRequest) -> Draws {
        let kept = self.draws.take().filter(|(asked, _)| asked == request);
        kept.map_or_else(Draws::default, |(_, draws)| draws)
    }

    /// Keeps the draws of a scenario.
    pub fn keep_draws(&mut self, request: ScenarioRequest, draws: Draws) {
        self.draws = Some((request, draws));
    }

    fn known_study(&self, at: &At) -> Option<Rc<Study>> {
        self.study.as_ref().filter(|(asked, _)| asked == at).map(|(_, study)| Rc::clone(study))
    }

    fn keep_study(&mut self, at: &At, study: Option<&Rc<Study>>) {
        if let Some(study) = study {
            self.study = Some((at.clone(), Rc::clone(study)));
        }
    }
}
