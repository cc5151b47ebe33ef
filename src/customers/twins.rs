//! Customers that are likely one, written in several ways. They are suggested, and never taken together by themselves.

use std::collections::BTreeMap;

use macro_rules_attribute::apply;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::sums::amount;
use super::table::CustomerTable;
use crate::at::At;
use crate::import::words::normalize;
use crate::order::Order;

/// What likely twins are asked for.
#[apply(request!)]
#[derive(Default)]
#[serde(default)]
pub struct TwinsRequest {
    /// The date and the conventions of the report it goes with.
    pub baseline: At,
}

/// Why customers are likely one.
#[apply(choice!)]
#[derive(Copy, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// Their names are the same words, but for capitals, accents, signs and the form of the company.
    SameWords,
    /// One letter more, fewer, another, or two of them swapped.
    OneLetter,
}

/// Customers that are likely one.
#[apply(answer!)]
pub struct Twins {
    /// Their names, the one that owes most first.
    pub names: Vec<String>,
    /// Why.
    pub likeness: Likeness,
    /// What they owe together.
    pub receivables: Decimal,
}

/// All of them.
#[apply(answer!)]
pub struct TwinsAnswer {
    /// How many there are.
    pub total: u32,
    /// Those that owe most, at most 100.
    pub twins: Vec<Twins>,
}

/// Twins given at once.
const MOST_TWINS: usize = 100;

/// Forms of companies, which are no part of a name. Longer ones stand first where one starts another.
const FORMS: &[&str] = &[
    "sa",
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "snc",
    "sci",
    "scop",
    "scp",
    "selarl",
    "gie",
    "ste",
    "societe",
    "ets",
    "etablissements",
    "etablissement",
    "sprl",
    "srl",
    "bvba",
    "nv",
    "bv",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "mbh",
    "co",
    "cie",
    "compagnie",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "inc",
    "corp",
    "corporation",
    "company",
    "spa",
    "sl",
    "slu",
    "sau",
    "lda",
    "ab",
    "oy",
    "as",
    "aps",
    "pty",
    "sarlu",
    "ei",
    "eirl",
    "earl",
    "gaec",
    "mr",
    "mme",
    "m",
];

/// Names that are held against a name for the same rest of it.
const MOST_LIKE: usize = 20;

/// Letters below which a name is too short for a letter to be a slip.
const SHORTEST: usize = 6;

impl CustomerTable {
    /// Customers that are likely one.
    #[must_use]
    pub fn twins(&self) -> TwinsAnswer {
        let keys: Vec<String> = self.accounts.iter().map(|account| key(&account.name)).collect();
        let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
            same.entry(key).or_default().push(place);
        }
        let alike = alike(&same.keys().copied().collect::<Vec<_>>());
        let mut found: Vec<(Likeness, Vec<usize>)> = Vec::new();
        for keys in alike {
            let places: Vec<usize> = keys.iter().filter_map(|key| same.get(key)).flatten().copied().collect();
            let likeness = if keys.len() > 1 { Likeness::OneLetter } else { Likeness::SameWords };
            if places.len() > 1 {
                found.push((likeness, places));
            }
        }
        let owes = |place: usize| self.accounts.get(place).map_or(0, |account| account.receivables);
        for (_, places) in &mut found {
            places.order_by_key(|place| (std::cmp::Reverse(owes(*place)), *place));
        }
        found.order_by_key(|(_, places)| {
            let sum: i128 = places.iter().map(|place| owes(*place)).sum();
            (std::cmp::Reverse(sum), places.first().copied())
        });
        TwinsAnswer {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            twins: found
                .into_iter()
                .take(MOST_TWINS)
                .map(|(likeness, places)| Twins {
                    names: places.iter().filter_map(|place| Some(self.accounts.get(*place)?.name.clone())).collect(),
                    likeness,
                    receivables: amount(places.iter().map(|place| owes(*place)).sum()),
                })
                .collect(),
        }
    }
}

/// The words of a name that tell it from others, in their order in the alphabet, without what is between them.
fn key(name: &str) -> String {
    let words = normalize(name);
    let joined = initials(&words);
    let mut words: Vec<&str> = joined.split(' ').filter(|word| !FORMS.contains(word)).collect();
    if words.concat().is_empty() {
        return joined.replace(' ', "");
    }
    words.sort_unstable();
    words.concat()
}

/// Letters that stand alone, as in "S.A.R.L.", made one word.
fn initials(words: &str) -> String {
    let mut joined = String::new();
    let mut was_letter = false;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if !(joined.is_empty() || is_letter && was_letter) {
            joined.push(' ');
        }
        joined.push_str(word);
        was_letter = is_letter;
    }
    joined
}

/// Keys in groups of those that differ in one letter. Each is held against the others by what is left of it without any one
/// of its letters: so no pair has to be looked at that is not alike.
fn alike<'a>(keys: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut parents: Vec<usize> = (0..keys.len()).collect();
    let mut by_rest: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (place, key) in keys.iter().enumerate() {
        let letters: Vec<char> = key.chars().collect();
        // Numbers that differ in a digit are different numbers.
        if letters.len() < SHORTEST || letters.iter().any(char::is_ascii_digit) {
            continue;
        }
        let without = |at: usize| [letters.get(..at), letters.get(at + 1..)].into_iter().flatten().flatten().collect();
        let rests = (0..letters.len()).map(without).chain([(*key).to_owned()]);
        for rest in rests {
            let others = by_rest.entry(rest).or_default();
            let is_alike = |other: &&usize| keys.get(**other).is_some_and(|other| is_one_slip(other, key));
            for other in others.iter().filter(is_alike) {
                join(&mut parents, *other, place);
            }
            if others.len() < MOST_LIKE && others.last() != Some(&place) {
                others.push(place);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (place, key) in keys.iter().enumerate() {
        groups.entry(root(&parents, place)).or_default().push(key);
    }
    groups.into_values().collect()
}

/// Is one made of the other by one letter more, fewer or another, or by two that follow each other swapped?
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(start..).unwrap_or_default(), other.get(start..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |rest: &[char]| rest.get(..rest.len() - end).unwrap_or_default().to_vec();
    match (middle(one).as_slice(), middle(other).as_slice()) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

fn root(parents: &[usize], mut place: usize) -> usize {
    while let Some(parent) = parents.get(place).filter(|parent| **parent != place) {
        place = *parent;
    }
    place
}

fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    if let Some(parent) = parents.get_mut(one.max(other)) {
        *parent = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_signs_and_order_make_no_other_name() {
        for name in ["ACME", "Acme SA", "ACME S.A.", "Ste Acme", "acmé  s.a.r.l."] {
            assert_eq!(key(name), "acme", "{name}");
        }
        assert_eq!(key("Durand & Fils"), key("FILS DURAND"));
        assert_eq!(key("SA"), "sa");
    }

    #[test]
    fn one_slip_is_alike_and_two_are_not() {
        for (one, other) in [("boulanger", "boullanger"), ("boulanger", "boulnager"), ("boulanger", "boulangez")] {
            assert!(is_one_slip(one, other), "{one} {other}");
        }
        assert!(!is_one_slip("boulanger", "boulangeois"));
        assert_eq!(alike(&["boulanger", "boulnager", "martin"]).len(), 2);
        assert_eq!(alike(&["client12", "client13"]).len(), 2);
    }
}
