//! Whose invoices these are.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::gathered::Choices;
use super::parties::{Parties, PartyKey};
use super::told::Told;
use crate::issue::IssueCode;
use crate::order::Order;
use rust_decimal::Decimal;

/// A company that the sales may be those of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Who it is.
    pub key: PartyKey,
    /// Its name.
    pub name: String,
    /// Documents that it is the seller of.
    pub as_seller: usize,
    /// Documents that it is the buyer of.
    pub as_buyer: usize,
    /// Are these its sales?
    pub is_own: bool,
}

/// Companies that are shown to be chosen from.
const SHOWN: usize = 20;

/// Companies of a group that are found without being told.
const MOST_FOUND: usize = 5;

type Pair = (Option<PartyKey>, Option<PartyKey>);

/// Documents that a company is the seller and the buyer of.
type Counts<'a> = FxHashMap<&'a PartyKey, (usize, usize)>;

fn counted<'a>(pairs: impl Iterator<Item = &'a Pair>) -> Counts<'a> {
    let mut counts = Counts::default();
    for (seller, buyer) in pairs {
        if let Some(seller) = seller {
            counts.entry(seller).or_default().0 += 1;
        }
        if let Some(buyer) = buyer {
            counts.entry(buyer).or_default().1 += 1;
        }
    }
    counts
}

/// The companies that take part in the most documents, and which of them these are the sales of: the one that takes part in
/// all, on the side of the seller in most; else the few that together do. Where there are none, every seller is.
pub fn find(pairs: &[Pair], parties: &Parties, choices: &Choices, told: &mut Told) -> Vec<Company> {
    let mut companies: Vec<Company> = counted(pairs.iter())
        .into_iter()
        .map(|(key, (as_seller, as_buyer))| Company {
            name: parties.name(key),
            key: key.clone(),
            as_seller,
            as_buyer,
            is_own: choices.companies.iter().any(|chosen| chosen == key.shown()),
        })
        .collect();
    let rank = |company: &Company| (company.as_seller + company.as_buyer, company.as_seller);
    companies.order_by(|one, other| rank(other).cmp(&rank(one)).then_with(|| one.key.cmp(&other.key)));
    if !companies.iter().any(|company| company.is_own) {
        guess(&mut companies, pairs, told);
    }
    companies.order_by_key(|company| !company.is_own);
    let own = companies.iter().filter(|company| company.is_own).count();
    companies.truncate(SHOWN.max(own));
    companies
}

fn guess(companies: &mut [Company], pairs: &[Pair], told: &mut Told) {
    let mut left: Vec<&Pair> = pairs.iter().collect();
    let least = (pairs.len() / 10).max(if pairs.len() > 1 { 2 } else { 1 });
    let mut names = Vec::new();
    let mut is_even = false;
    while !left.is_empty() && names.len() < MOST_FOUND {
        // Of companies alike the first by its key, whatever order they are counted in.
        let mut counts: Vec<_> = counted(left.iter().copied()).into_iter().collect();
        counts.order_by_key(|(key, (selling, buying))| (Reverse((selling + buying, *selling)), *key));
        // Who only ever buys is the company where it alone takes part in all: these are its purchases.
        let is_likely = |(_, (selling, buying)): &&(&PartyKey, (usize, usize))| {
            selling + buying >= least && (*selling > 0 || (names.is_empty() && *buying == pairs.len()))
        };
        let Some((key, (selling, buying))) = counts.iter().find(is_likely) else { break };
        let others = counts.iter().filter(|(other, _)| other != key);
        let rival = others.map(|(_, (selling, buying))| selling + buying).max();
        is_even |= names.is_empty() && (*selling == 0 || rival.is_some_and(|rival| rival >= selling + buying));
        let Some(company) = companies.iter_mut().find(|company| company.key == **key) else { break };
        company.is_own = true;
        names.push(company.name.clone());
        left.retain(|(seller, buyer)| [seller, buyer].into_iter().flatten().all(|key| *key != company.key));
    }
    // One that takes part in half of the documents is no accident, nor are a few that take part in all; anything else is a
    // heap of different companies.
    let is_clear = match names.len() {
        0 => false,
        1 => left.len() * 2 <= pairs.len(),
        _ => left.is_empty(),
    };
    if !is_clear {
        for company in companies.iter_mut() {
            company.is_own = false;
        }
    }
    let code = if is_clear && !is_even { IssueCode::CompanyFound } else { IssueCode::CompanyUnclear };
    if !pairs.is_empty() {
        told.count(code, 1, Decimal::ZERO, Some(&names.join(", ")));
    }
}
