//! What a scenario asks, as it crosses the boundary.

use chrono::NaiveDate;
use macro_rules_attribute::apply;
use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use super::parameter::Parameter;
use crate::at::At;
use crate::bounds::{self, Bounds};
use crate::cut::SegmentValue;
use crate::error::Error;
use crate::money::USUAL_RATE_PERCENT;
use crate::period::deserialize_date;
use crate::terms::LegalRequest;

/// Levers a scenario may have: every one once, and one more.
pub const MOST_LEVERS: usize = 16;

/// How terms become shorter.
#[apply(choice!)]
#[derive(Copy)]
pub enum TermsRule {
    /// `days` less than agreed.
    Minus,
    /// `days` from issue at most.
    Cap,
    /// The longest term that `legal` allows, at most.
    Legal,
}

/// What a lever does to the share that adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "lever", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Action {
    /// Shorter payment terms. Customers keep their own delay beyond the due date; who pays before the new one keeps paying
    /// when they do.
    Terms {
        /// How terms become shorter.
        rule: TermsRule,
        /// The days of the rule.
        #[serde(default)]
        days: u32,
        /// The regime of [`TermsRule::Legal`]; 60 days if left out.
        #[serde(default)]
        legal: LegalRequest,
        /// Another place for [`ScenarioRequest::current_term_days`], which is that of the whole scenario.
        #[serde(default)]
        current_term_days: Option<u32>,
        /// Do customers who pay early pay as many days before the new due date, since they pay early because terms are
        /// long?
        #[serde(default)]
        early_payers_follow: bool,
    },
    /// Early-payment discount (*escompte*): payment on day `withinDays` for `discountPercent` off.
    EarlyPaymentDiscount {
        /// The discount, in percent of the amount including tax.
        discount_percent: Decimal,
        /// Days from issue to payment.
        within_days: u32,
        /// Share in percent of what is paid by that day anyway that takes the discount too: all of it if left out.
        #[serde(default = "whole")]
        early_payers_percent: Decimal,
    },
    /// Dynamic discounting, or a reverse factor that the customer offers: payment on demand on day `withinDays`, at a yearly
    /// rate on the days gained. What is paid by that day anyway costs nothing.
    ///
    /// Source: Euro Banking Association, "Supply chain finance – EBA European market guide", "Dynamic discounting" and
    /// "Approved payables finance".
    DynamicDiscounting {
        /// Days from issue to payment.
        within_days: u32,
        /// What it costs, in percent a year of the amount including tax.
        rate_percent: Decimal,
    },
    /// Retention bond (*caution de retenue de garantie*): a bank stands in for what customers hold back, who pay it on day
    /// `withinDays`; the bank is paid by the year for the amounts it stands in for. Its scope says which they are.
    ///
    /// Source: law of 16 July 1971 on retention money in France: 5 % at most, for a year at most, a bond in its place at any
    /// time.
    RetentionBond {
        /// Days from issue to payment.
        within_days: u32,
        /// The fee, in percent a year.
        rate_percent: Decimal,
    },
    /// Credit limits: what a customer owes beyond the limit is not sold any more, nor its margin earned.
    CreditLimits {
        /// The limit of each customer, including tax.
        customer_limit: Decimal,
        /// Margin in percent of the sales that stop, both excluding tax.
        margin_percent: Decimal,
    },
    /// Deposit (*acompte*): paid with the order, it never enters the receivables.
    Deposit {
        /// The deposit, in percent of the amount including tax.
        deposit_percent: Decimal,
        /// Days from order to invoice: the deposit is there so much earlier.
        #[serde(default)]
        lead_days: u32,
    },
    /// Invoices go out earlier after delivery; due date and payment with them. Days are counted from the day they go
    /// out today.
    FasterInvoicing {
        /// Days earlier.
        days: u32,
    },
    /// Direct debit or card: what is paid late is paid on its due date, for a fee on all of it.
    DirectDebit {
        /// The fee, in percent of the amount including tax.
        fee_percent: Decimal,
    },
    /// Reminders: what is paid late is paid less late, never before it is due.
    Reminders {
        /// Part of the days late that goes, in percent. What is left may be a part of a day: so much of the amount is then
        /// paid a day later than the rest.
        #[serde(default)]
        shrink_percent: Decimal,
        /// Days late that go, after that.
        #[serde(default)]
        days: u32,
    },
    /// Disputes settled: the share is paid as late as undisputed invoices are, and `afterDays` more.
    Disputes {
        /// Days it takes to settle one.
        after_days: u32,
    },
    /// Instalment plan: what is overdue by more than `afterDays` is paid in equal parts, thirty days apart, the first
    /// then.
    InstalmentPlan {
        /// How many parts.
        instalments: u32,
        /// Days after the due date at which the plan starts.
        after_days: u32,
    },
    /// Credit insurance: a premium on insurable sales against a part of the loss on what is not in dispute, both excluding
    /// tax. What is sold for cash or excluded is left out by the scope.
    ///
    /// Indemnity = undisputed sales × loss × covered part − deductible, at most the maximum; with a limit, only for the part
    /// of what customers owe that lies within it.
    ///
    /// Source: general conditions of whole-turnover policies, such as Allianz Trade, "Comprendre l'assurance-crédit": quotité
    /// garantie, franchise, limite de décaissement, litiges exclus until settled.
    CreditInsurance {
        /// Premium, in thousandths of sales.
        premium_per_mille: Decimal,
        /// Part of the loss that is covered, in percent.
        covered_percent: Decimal,
        /// Loss a year, in percent of sales: what the ledger has unpaid a year after its due date, disputes left out, if left
        /// out.
        #[serde(default)]
        loss_percent: Option<Decimal>,
        /// What of the indemnity of a year is not paid (*franchise*).
        #[serde(default)]
        deductible: Decimal,
        /// Most that is paid in a year (*limite de décaissement*).
        #[serde(default)]
        maximum: Option<Decimal>,
        /// Limit agreed for each customer, including tax.
        #[serde(default)]
        customer_limit: Option<Decimal>,
    },
    /// Factoring: the share of the undisputed receivables is sold, as far as it lies within the limit of each customer. What
    /// is not advanced is held back until the customer pays.
    ///
    /// Without recourse the advance leaves the receivables; with recourse it is a loan and they stay on the balance sheet.
    ///
    /// Source: Banque de France and ASF, "L'affacturage"; derecognition by IFRS 9, 3.2.6.
    Factoring {
        /// What the factor advances, in percent of what is sold; the rest is the holdback.
        advance_percent: Decimal,
        /// Fee, in percent of the sales it is sold from.
        fee_percent: Decimal,
        /// Interest on the advance from assignment to payment, in percent a year.
        interest_percent: Decimal,
        /// Does the risk stay with the seller?
        #[serde(default)]
        with_recourse: bool,
        /// Least fee of a year.
        #[serde(default)]
        minimum_fee: Decimal,
        /// Limit agreed for each customer, including tax.
        #[serde(default)]
        customer_limit: Option<Decimal>,
    },
    /// Suppliers are paid later, by agreement.
    Payables {
        /// Days of payables more.
        days: u32,
    },
    /// Less inventory.
    Inventory {
        /// Days of inventory less; never more than there are.
        days: u32,
    },
}

const fn whole() -> Decimal {
    Decimal::ONE_HUNDRED
}

impl Action {
    /// Shorter terms by a rule, those of [`TermsRule::Legal`] by the usual regime.
    #[must_use]
    pub fn terms(rule: TermsRule, days: u32) -> Self {
        let legal = LegalRequest::default();
        Self::Terms { rule, days, legal, current_term_days: None, early_payers_follow: false }
    }

    /// Name of the lever in requests, answers and the page.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Terms { .. } => "terms",
            Self::EarlyPaymentDiscount { .. } => "earlyPaymentDiscount",
            Self::DynamicDiscounting { .. } => "dynamicDiscounting",
            Self::RetentionBond { .. } => "retentionBond",
            Self::CreditLimits { .. } => "creditLimits",
            Self::Deposit { .. } => "deposit",
            Self::FasterInvoicing { .. } => "fasterInvoicing",
            Self::DirectDebit { .. } => "directDebit",
            Self::Reminders { .. } => "reminders",
            Self::Disputes { .. } => "disputes",
            Self::InstalmentPlan { .. } => "instalmentPlan",
            Self::CreditInsurance { .. } => "creditInsurance",
            Self::Factoring { .. } => "factoring",
            Self::Payables { .. } => "payables",
            Self::Inventory { .. } => "inventory",
        }
    }

    const fn current_term_days(&self) -> Option<u32> {
        match self {
            Self::Terms { current_term_days, .. } => *current_term_days,
            _ => None,
        }
    }

    /// Does it change payables or inventory, which no customer owes?
    #[must_use]
    pub const fn is_on_other_balances(&self) -> bool {
        matches!(self, Self::Payables { .. } | Self::Inventory { .. })
    }

    /// The limit of each customer that it looks at.
    #[must_use]
    pub const fn customer_limit(&self) -> Option<Decimal> {
        match *self {
            Self::CreditLimits { customer_limit, .. } => Some(customer_limit),
            Self::CreditInsurance { customer_limit, .. } | Self::Factoring { customer_limit, .. } => customer_limit,
            _ => None,
        }
    }

    /// Its place in the order in which levers apply, whatever their order in the request.
    #[must_use]
    pub const fn place(&self) -> usize {
        match self {
            Self::Terms { .. } => 0,
            Self::EarlyPaymentDiscount { .. } => 1,
            Self::DynamicDiscounting { .. } => 2,
            Self::RetentionBond { .. } => 3,
            Self::CreditLimits { .. } => 4,
            Self::Deposit { .. } => 5,
            Self::FasterInvoicing { .. } => 6,
            Self::DirectDebit { .. } => 7,
            Self::Reminders { .. } => 8,
            Self::Disputes { .. } => 9,
            Self::InstalmentPlan { .. } => 10,
            Self::CreditInsurance { .. } => 11,
            Self::Factoring { .. } => 12,
            Self::Payables { .. } => 13,
            Self::Inventory { .. } => 14,
        }
    }
}

/// Which invoices a lever concerns: those that meet everything that is given.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct Scope {
    /// Names of customers; all of them if empty.
    pub customers: Vec<String>,
    /// Names of customers that it does not concern.
    pub except_customers: Vec<String>,
    /// Only invoices with one of these values of segments; all of them if empty.
    pub segments: Vec<SegmentValue>,
    /// Only where the term agreed today is longer than so many days.
    pub terms_above_days: Option<u32>,
    /// Only where the term agreed today is no longer than so many days: leaves out retention, and terms with another basis in
    /// law.
    pub terms_up_to_days: Option<u32>,
    /// Only invoices of more than this amount.
    pub amount_above: Option<Decimal>,
    /// Not what is in dispute: who disputes an invoice is not moved by a reminder.
    pub without_disputes: bool,
}

/// Bounds a parameter is believed to lie in; its likely value is that of the lever.
#[apply(request!)]
pub struct Range {
    /// The parameter.
    pub parameter: Parameter,
    /// Lowest value.
    pub low: Decimal,
    /// Highest value.
    pub high: Decimal,
}

/// One thing a scenario changes, for whom, and at what cost.
#[apply(request!)]
pub struct Lever {
    /// What it does.
    pub action: Action,
    /// Which invoices it concerns.
    #[serde(default)]
    pub scope: Scope,
    /// Share in percent of every amount in scope that adopts it. At zero there is no lever, nor its cost.
    #[serde(default = "whole")]
    pub share_percent: Decimal,
    /// What it costs in a year, beside discounts, premiums, fees and interest; negative if it saves.
    #[serde(default)]
    pub yearly_cost: Decimal,
    /// What it costs once, when it is set up. Only the payback looks at it.
    #[serde(default)]
    pub one_off_cost: Decimal,
    /// Sales lost by it, in percent of those of the share in its scope. They cost their margin; that they are no longer owed is
    /// not counted as cash.
    #[serde(default)]
    pub lost_sales_percent: Decimal,
    /// Margin in percent of the sales lost, both excluding tax.
    #[serde(default)]
    pub margin_percent: Decimal,
    /// First day it is live; the day after the as-of date if left out. Reminders, settled disputes, plans and factors act on
    /// everything that is open from that day, other levers on what is invoiced from it on. Only the timeline looks at it: the
    /// other figures are those of a lever in full force.
    #[serde(default, deserialize_with = "deserialize_date")]
    pub go_live: Option<NaiveDate>,
    /// Parameters that are not certain.
    #[serde(default)]
    pub ranges: Vec<Range>,
}

impl Lever {
    /// A lever that everyone adopts, free of cost.
    #[must_use]
    pub fn new(action: Action) -> Self {
        Self {
            action,
            scope: Scope::default(),
            share_percent: whole(),
            yearly_cost: Decimal::ZERO,
            one_off_cost: Decimal::ZERO,
            lost_sales_percent: Decimal::ZERO,
            margin_percent: Decimal::ZERO,
            go_live: None,
            ranges: Vec::new(),
        }
    }

    /// Does it ask for due dates, by its effect or its scope?
    #[must_use]
    pub const fn needs_due_date(&self) -> bool {
        let by_effect = match self.action {
            Action::Terms { rule, .. } => !matches!(rule, TermsRule::Minus),
            Action::DirectDebit { .. } | Action::Reminders { .. } | Action::InstalmentPlan { .. } => true,
            Action::EarlyPaymentDiscount { .. }
            | Action::DynamicDiscounting { .. }
            | Action::RetentionBond { .. }
            | Action::CreditLimits { .. }
            | Action::Deposit { .. }
            | Action::FasterInvoicing { .. }
            | Action::Disputes { .. }
            | Action::CreditInsurance { .. }
            | Action::Factoring { .. }
            | Action::Payables { .. }
            | Action::Inventory { .. } => false,
        };
        by_effect || self.scope.terms_above_days.is_some() || self.scope.terms_up_to_days.is_some()
    }

    /// Checks every parameter against its range, and that ranges hold the likely value.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first parameter outside its range; [`Error::BadRequest`] for a range of a
    /// parameter that the lever does not have.
    pub fn check(&self) -> Result<(), Error> {
        for parameter in Parameter::ALL {
            if let Some(value) = parameter.of(self) {
                parameter.bounds(self).check(parameter.name(), value)?;
            }
        }
        check_term(self.action.current_term_days())?;
        bounds::TERMS_ABOVE_DAYS.check("termsAboveDays", self.scope.terms_above_days.unwrap_or(0))?;
        bounds::TERMS_ABOVE_DAYS.check("termsUpToDays", self.scope.terms_up_to_days.unwrap_or(0))?;
        bounds::YEARLY_AMOUNT.check("amountAbove", self.scope.amount_above.unwrap_or_default())?;
        bounds::YEARLY_AMOUNT.check("oneOffCost", self.one_off_cost)?;
        bounds::PERCENT.check("lostSalesPercent", self.lost_sales_percent)?;
        bounds::PERCENT.check("marginPercent", self.margin_percent)?;
        self.ranges.iter().try_for_each(|range| self.check_range(range))
    }

    fn check_range(&self, range: &Range) -> Result<(), Error> {
        let parameter = range.parameter;
        let Some(likely) = parameter.of(self) else {
            let reason = format!("{} has no {}", self.action.name(), parameter.name());
            return Err(Error::BadRequest { reason });
        };
        let Bounds { least, most } = parameter.bounds(self);
        Bounds { least, most: likely }.check("low", range.low)?;
        Bounds { least: likely, most }.check("high", range.high)
    }
}

/// The term agreed with one customer.
#[apply(request!)]
pub struct CustomerTerm {
    /// Its name.
    pub customer: String,
    /// Days from issue to the due date.
    pub days: u32,
}

/// A scenario to be measured against the baseline.
#[apply(request!)]
#[serde(default)]
pub struct ScenarioRequest {
    /// The report of the baseline.
    pub baseline: At,
    /// The levers. They apply in the order of [`Action`], whatever their order here; several of one kind one after
    /// another.
    pub levers: Vec<Lever>,
    /// Yearly cost of money, in percent.
    pub rate_percent: Decimal,
    /// Term agreed today, in days, of every invoice whose due date the data does not say.
    pub current_term_days: Option<u32>,
    /// Terms agreed with single customers that differ from that, of their invoices without a due date.
    pub customer_terms: Vec<CustomerTerm>,
    /// Rate of VAT in the amounts, in percent: premiums, indemnities, lost margins and the cost of a discount are then taken
    /// excluding tax, and of a deposit the tax is passed on. Nothing of all that at zero.
    pub vat_percent: Decimal,
    /// Is VAT due when customers pay, as on services? Then the tax in whatever is paid earlier is passed on earlier, too.
    pub vat_on_receipts: bool,
}

impl Default for ScenarioRequest {
    fn default() -> Self {
        Self {
            baseline: At::default(),
            levers: Vec::new(),
            rate_percent: USUAL_RATE_PERCENT,
            current_term_days: None,
            customer_terms: Vec::new(),
            vat_percent: dec!(0),
            vat_on_receipts: false,
        }
    }
}

fn check_term(days: Option<u32>) -> Result<(), Error> {
    bounds::TERM_DAYS.check("currentTermDays", days.unwrap_or(0))
}

impl ScenarioRequest {
    /// The term of what says no due date, wherever it was given.
    #[must_use]
    pub fn current_term_days(&self) -> Option<u32> {
        self.terms_given().next()
    }

    fn terms_given(&self) -> impl Iterator<Item = u32> {
        let of_levers = self.levers.iter().filter_map(|lever| lever.action.current_term_days());
        self.current_term_days.into_iter().chain(of_levers)
    }

    /// An amount including tax, without it.
    #[must_use]
    pub fn excluding_tax(&self, amount: Decimal) -> Decimal {
        amount * Decimal::ONE_HUNDRED / (Decimal::ONE_HUNDRED + self.vat_percent)
    }

    /// Checks every parameter against its range.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] names the first parameter outside its range, in an [`Error::InLever`] where it is one of a
    /// lever; [`Error::BadRequest`] if two terms of today are given that differ.
    pub fn check(&self) -> Result<(), Error> {
        self.baseline.conventions.check()?;
        bounds::PERCENT.check("ratePercent", self.rate_percent)?;
        bounds::PERCENT.check("vatPercent", self.vat_percent)?;
        Bounds { least: dec!(0), most: MOST_LEVERS.into() }.check("levers", self.levers.len())?;
        check_term(self.current_term_days)?;
        self.customer_terms.iter().try_for_each(|term| bounds::TERM_DAYS.check("customerTerms", term.days))?;
        if let Some(other) = self.terms_given().find(|days| Some(*days) != self.current_term_days()) {
            return Err(Error::BadRequest { reason: format!("currentTermDays is given twice, once as {other}") });
        }
        self.levers
            .iter()
            .enumerate()
            .try_for_each(|(index, lever)| lever.check().map_err(|error| error.in_lever(index)))
    }
}
