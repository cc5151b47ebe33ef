//! One user's session: files come in, questions are answered. The same natively and in WebAssembly.
//!
//! ```
//! use encours::session::{Answer, Question, Session};
//!
//! let mut session = Session::new();
//! session.add(Default::default());
//! session.push(b"month;sales incl tax;receivables\n2025-01;310;100\n2025-02;280;140\n")?;
//! while !session.finish()? {} // a text in one notation is read once
//! assert!(session.combine()?.usable);
//! let Answer::Report(report) = session.ask(Question::Report(Default::default()))? else { unreachable!() };
//! assert_eq!(report.figures.roll_back_dso.map(|figure| figure.days), Some(14.into()));
//! # Ok::<(), encours::error::Error>(())
//! ```

mod files;
mod kept;
mod question;

use std::rc::Rc;

use chrono::NaiveDate;

use crate::at::{At, TypedBalances};
use crate::behaviour::behaviour;
use crate::benchmark::benchmark;
use crate::calculators::calculate;
use crate::catalogue::catalogue;
use crate::cut::Cut;
use crate::data::{Dataset, Loaded};
use crate::error::Error;
use crate::import::rate_table::read_rates;
use crate::import::source::ImportOptions;
use crate::import::{Imported, Rejected};
use crate::measures::dso_change;
use crate::quick::quick;
use crate::report::{report, totals};
use crate::scenario::{Baseline, ScenarioRequest, SimulateRequest, discount_cost, plan, suggestions};
use crate::segments::SegmentTable;
use crate::targets::targets;
use crate::terms;
use files::Files;
use kept::Kept;
use question::about_typed;

pub use question::{Answer, Nothing, Question, TYPES};

/// Files on their way in, the data that was read, and what is kept of it.
#[derive(Default)]
pub struct Session {
    files: Files,
    dataset: Option<Dataset>,
    rejected: Rejected,
    kept: Kept,
    /// Parts of the data that were asked for lately, the last one first; where it is converted, each on a day.
    parts: Vec<Part>,
    /// Is the last question about the first of these parts?
    is_part: bool,
}

/// A part of the data, and what is kept of it.
struct Part {
    dataset: Dataset,
    /// The day that its amounts were converted on, if that was asked for.
    on: Option<NaiveDate>,
    kept: Kept,
}

/// Parts of the data that are kept: the one that is looked at, and the one before.
const KEPT_PARTS: usize = 2;

impl Session {
    /// A session without data.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts to read a file that arrives in pieces, to be combined with those added before.
    pub fn add(&mut self, options: ImportOptions) {
        self.files.add(options, false);
    }

    /// Starts to read another sheet of the workbook whose sheet was read last.
    pub fn add_sheet(&mut self, options: ImportOptions) {
        self.files.add(options, true);
    }

    /// Reads the next piece and answers how many rows of the file were read so far.
    ///
    /// # Errors
    ///
    /// [`Error::NoData`] if no file was added.
    pub fn push(&mut self, bytes: &[u8]) -> Result<u32, Error> {
        self.files.push(bytes)
    }

    /// Can pieces of the file under way be read by others, each with a [`crate::import::PieceReader`]? Once its first bytes are
    /// read.
    #[must_use]
    pub fn may_be_parted(&self) -> bool {
        self.files.may_be_parted()
    }

    /// Adds what another read of the bytes that come next; `false` if they are to be pushed instead.
    ///
    /// # Errors
    ///
    /// [`Error::NoData`] if no file was added.
    pub fn join(&mut self, part: &[u8]) -> Result<bool, Error> {
        self.files.join(part)
    }

    /// Ends the file. `false` means that its last rows spoke for another notation than its first: all its pieces are to
    /// be pushed once more.
    ///
    /// # Errors
    ///
    /// [`Error::NoData`] if no file was added.
    pub fn finish(&mut self) -> Result<bool, Error> {
        self.files.finish()
    }

    /// Puts together the files that were read; what was kept before is dropped, even if they give no figures.
    ///
    /// # Errors
    ///
    /// [`Error::NoData`] if no file was read.
    pub fn combine(&mut self) -> Result<Loaded, Error> {
        let files = self.files.take()?;
        Ok(self.keep(files))
    }

    /// Reads whole files, each at once; what was kept before is dropped. Without any file there is nothing to say.
    pub fn read<Bytes: AsRef<[u8]>>(&mut self, files: &[Bytes], options: &ImportOptions) -> Option<Loaded> {
        for bytes in files {
            self.add(options.clone());
            self.push(bytes.as_ref()).ok()?;
            while !self.finish().ok()? {
                self.push(bytes.as_ref()).ok()?;
            }
        }
        self.combine().ok()
    }

    /// Keeps what was read elsewhere, such as the sheets of a workbook.
    pub fn keep(&mut self, files: Vec<Imported>) -> Loaded {
        let (loaded, dataset, rejected) = Dataset::of(files);
        *self = Self { dataset, rejected, ..Self::default() };
        loaded
    }

    /// Answers a question.
    ///
    /// # Errors
    ///
    /// [`Error::NoData`] if it needs data and there is none, and those of what is asked.
    pub fn ask(&mut self, mut question: Question) -> Result<Answer, Error> {
        self.is_part = false;
        if let Some((cut, as_of, balances)) = question.place()
            && self.needs_cut(cut)
        {
            apart(|| self.cut(cut, as_of))?;
            // They are those of the whole.
            if cut.segment.is_some() {
                *balances = TypedBalances::default();
            }
        }
        Ok(match question {
            Question::Quick(request) => quick(&request)?.into(),
            Question::Calculator(request) => apart(|| calculate(&request))?.into(),
            Question::DsoChange(request) => apart(|| dso_change(&request))?.into(),
            Question::Discount(request) => discount_cost(&request)?.into(),
            Question::DueDate(request) => apart(|| terms::due_date_answer(&request))?.into(),
            Question::Penalty(request) => apart(|| terms::penalty(&request))?.into(),
            Question::PenaltyRate(request) => terms::penalty_rate(request.on, &request.settings)?.into(),
            Question::Catalogue(Nothing {}) => apart(|| Ok(catalogue(about_typed())))?.into(),
            Question::Law(Nothing {}) => terms::law().clone().into(),
            Question::RateTable(request) => apart(|| Ok(read_rates(&request)))?.into(),
            Question::Rejected(request) => apart(|| Ok(self.rejected.page(&request)))?.into(),
            Question::Report(request) => apart(|| report(self.dataset()?, &request))?.into(),
            Question::Totals(Nothing {}) => apart(|| totals(self.dataset()?))?.into(),
            Question::Terms(request) => apart(|| terms::terms(self.dataset()?, &request))?.into(),
            Question::Benchmark(request) => apart(|| benchmark(self.dataset()?, &request))?.into(),
            Question::Targets(request) => apart(|| targets(self.dataset()?, &request))?.into(),
            Question::Suggestions(request) => apart(|| suggestions(self.dataset()?, &request))?.into(),
            Question::Customers(request) => apart(|| {
                let (dataset, kept) = self.asked()?;
                kept.customers(dataset, &request.baseline)?.page(&request)
            })?
            .into(),
            Question::Customer(request) => apart(|| {
                let (dataset, kept) = self.asked()?;
                kept.customers(dataset, &request.baseline)?.customer(dataset, &request)
            })?
            .into(),
            Question::Twins(request) => apart(|| {
                let (dataset, kept) = self.asked()?;
                Ok(kept.customers(dataset, &request.baseline)?.twins())
            })?
            .into(),
            Question::Segments(request) => apart(|| {
                let before = request.compare_to.map(|date| At { as_of: Some(date), ..request.baseline.clone() });
                let before = before.map(|at| self.segments(&at)).transpose()?;
                self.segments(&request.baseline)?.page(before.as_deref(), &request)
            })?
            .into(),
            Question::Behaviour(request) => apart(|| {
                let (dataset, kept) = self.asked()?;
                behaviour(dataset, &*kept.study(dataset, &request.baseline)?, &request)
            })?
            .into(),
            Question::Scenario(request) => apart(|| self.baseline(&request)?.scenario(&request))?.into(),
            Question::Headline(request) => apart(|| self.baseline(&request)?.headline(&request))?.into(),
            Question::ByCustomer(request) => apart(|| {
                let (dataset, kept) = self.asked()?;
                kept.baseline(dataset, &request)?.by_customer(dataset, &request)
            })?
            .into(),
            Question::Timeline(request) => apart(|| self.baseline(&request)?.timeline(&request))?.into(),
            Question::Plan(request) => apart(|| plan(self.dataset()?, &request))?.into(),
            Question::GoalSeek(request) => apart(|| self.baseline(&request.scenario)?.goal_seek(&request))?.into(),
            Question::Simulate(SimulateRequest { scenario, draws }) => apart(|| {
                let (dataset, kept) = self.asked()?;
                let mut drawn = kept.take_draws(&scenario);
                let answer = kept.baseline(dataset, &scenario)?.simulate(&scenario, &mut drawn, draws)?;
                kept.keep_draws(scenario, drawn);
                Ok(answer)
            })?
            .into(),
        })
    }

    /// Puts the part of the data that is asked for first among the parts that are kept.
    fn cut(&mut self, cut: &Cut, as_of: Option<NaiveDate>) -> Result<(), Error> {
        let whole = self.dataset.as_ref().ok_or(Error::NoData)?;
        let on = as_of.filter(|_| whole.has_currencies());
        let part = match self.parts.iter().position(|part| part.dataset.cut == *cut && part.on == on) {
            Some(place) => self.parts.remove(place),
            None => Part { dataset: whole.cut(cut, as_of)?, on, kept: Kept::default() },
        };
        self.parts.insert(0, part);
        self.parts.truncate(KEPT_PARTS);
        self.is_part = true;
        Ok(())
    }

    /// The segments at a date, converted on it.
    fn segments(&mut self, at: &At) -> Result<Rc<SegmentTable>, Error> {
        if self.needs_cut(&at.cut) {
            self.cut(&at.cut, at.as_of)?;
        }
        let (dataset, kept) = self.asked()?;
        kept.segments(dataset, at)
    }

    /// Is it about another thing than the data as it was read?
    fn needs_cut(&self, cut: &Cut) -> bool {
        !cut.is_whole() || self.dataset.as_ref().is_some_and(Dataset::has_currencies)
    }

    fn dataset(&self) -> Result<&Dataset, Error> {
        let part = self.parts.first().filter(|_| self.is_part).map(|part| &part.dataset);
        part.or(self.dataset.as_ref()).ok_or(Error::NoData)
    }

    fn baseline(&mut self, request: &ScenarioRequest) -> Result<&Baseline, Error> {
        let (dataset, kept) = self.asked()?;
        kept.baseline(dataset, request)
    }

    /// The data that is asked about, and what is kept of it.
    fn asked(&mut self) -> Result<(&Dataset, &mut Kept), Error> {
        match self.parts.first_mut().filter(|_| self.is_part) {
            Some(Part { dataset, kept, .. }) => Ok((dataset, kept)),
            None => Ok((self.dataset.as_ref().ok_or(Error::NoData)?, &mut self.kept)),
        }
    }
}

/// Answers in a function of its own: together they are one so large that browsers compile its loops badly.
#[inline(never)]
fn apart<T>(answer: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    answer()
}
