//! Who is who: one company under whatever it calls itself.

use rustc_hash::FxHashMap;

use super::super::words::normalize;
use super::invoice::Party;

/// Who a party is: by its SIREN, by another identifier, or else by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKey {
    /// Nine digits.
    Siren(String),
    /// The number of its VAT, or another that the law gives it.
    Other(String),
    /// Its name as plain words.
    Name(String),
}

impl PartyKey {
    /// Who a party is; `None` for one that says nothing of itself.
    #[must_use]
    pub fn of(party: &Party) -> Option<Self> {
        Self::all(party).into_iter().next().or_else(|| {
            let name = normalize(party.name.as_deref()?);
            (!name.is_empty()).then_some(Self::Name(name))
        })
    }

    /// All that a party says it is known by: its SIREN, its VAT number, another identifier that is a number or says of what
    /// register it is.
    fn all(party: &Party) -> Vec<Self> {
        let compact = |id: &String| id.chars().filter(|char| char.is_alphanumeric()).collect::<String>().to_uppercase();
        let is_registered = |id: &String| {
            party.legal_scheme.is_some() || (id.len() >= 8 && id.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let vat = party.vat_id.as_ref().map(compact).filter(|id| !id.is_empty());
        let legal = party.legal_id.as_ref().map(compact).filter(|id| !id.is_empty());
        let legal = legal.filter(|id| vat.is_none() || is_registered(id));
        let others = vat.into_iter().chain(legal).map(Self::Other);
        siren(party).map(Self::Siren).into_iter().chain(others).collect()
    }

    /// Its identifier; empty if it is known by its name alone.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Siren(id) | Self::Other(id) => id,
            Self::Name(_) => "",
        }
    }

    /// What it is chosen by.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Siren(id) | Self::Other(id) | Self::Name(id) => id,
        }
    }
}

/// The nine digits that a French company is known by: its legal identifier, or the first digits of that of its
/// establishment, or the last digits of its VAT number.
fn siren(party: &Party) -> Option<String> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let nine = |text: &str| digits(text).get(..9).map(str::to_owned);
    let is_number = |text: &str| text.chars().all(|char| char.is_ascii_digit() || char.is_whitespace());
    let legal = party.legal_id.as_deref().filter(|id| is_number(id));
    let is_siren = |id: &&str| match party.legal_scheme.as_deref() {
        Some(scheme) => scheme == "0002",
        None => digits(id).len() == 9 && is_valid(&digits(id)),
    };
    let by_scheme = legal.filter(is_siren).and_then(nine);
    let by_vat = || {
        let vat: String = party.vat_id.as_deref()?.chars().filter(|char| char.is_alphanumeric()).collect();
        let rest = vat.to_uppercase().strip_prefix("FR").map(str::to_owned)?;
        rest.get(2..).filter(|siren| siren.len() == 9 && is_number(siren)).map(str::to_owned)
    };
    let by_establishment = || {
        let of_scheme = party.other_ids.iter().filter(|(scheme, _)| scheme.as_deref() == Some("0009"));
        let ids = of_scheme.map(|(_, id)| id.as_str()).chain(legal.filter(|id| digits(id).len() == 14));
        ids.filter(|id| digits(id).len() == 14).find_map(nine)
    };
    by_scheme.or_else(by_vat).or_else(by_establishment)
}

/// Do digits end in the one that the others ask for, by the formula of Luhn?
fn is_valid(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit.saturating_sub(b'0'));
            let doubled = if place % 2 == 1 { digit * 2 } else { digit };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// All parties, with the name each is called by.
#[derive(Debug, Default)]
pub struct Parties {
    /// Identifiers that documents show together, each with one nearer to what the party is known by.
    same: FxHashMap<PartyKey, PartyKey>,
    /// By who they are: the names they write, and how often each.
    names: FxHashMap<PartyKey, Vec<(String, u32)>>,
    /// Who bears a name and says who it is, if only one does.
    by_name: FxHashMap<String, Option<PartyKey>>,
}

impl Parties {
    /// Takes up which identifiers a party shows together.
    pub fn link(&mut self, party: &Party) {
        let mut keys = PartyKey::all(party).into_iter();
        let Some(first) = keys.next() else { return };
        for other in keys {
            let (one, other) = (self.root(first.clone()), self.root(other));
            // A SIREN before others, which is the order of keys.
            match one.cmp(&other) {
                std::cmp::Ordering::Less => self.same.insert(other, one),
                std::cmp::Ordering::Greater => self.same.insert(one, other),
                std::cmp::Ordering::Equal => None,
            };
        }
    }

    fn root(&self, mut key: PartyKey) -> PartyKey {
        while let Some(next) = self.same.get(&key) {
            key = next.clone();
        }
        key
    }

    /// A party of a document, once all are linked.
    pub fn see(&mut self, party: &Party) {
        let Some(key) = PartyKey::of(party).map(|key| self.root(key)) else { return };
        let Some(name) = party.name.as_deref() else { return };
        if !matches!(key, PartyKey::Name(_)) {
            let known = self.by_name.entry(normalize(name)).or_insert_with(|| Some(key.clone()));
            if known.as_ref() != Some(&key) {
                *known = None;
            }
        }
        let names = self.names.entry(key).or_default();
        match names.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => names.push((name.to_owned(), 1)),
        }
    }

    /// Who a party is. One that only gives its name is who else bears it, if that is one alone.
    pub fn key(&self, party: &Party) -> Option<PartyKey> {
        match PartyKey::of(party)? {
            PartyKey::Name(name) => Some(self.by_name.get(&name).cloned().flatten().unwrap_or(PartyKey::Name(name))),
            key => Some(self.root(key)),
        }
    }

    /// What it is called: by the name it writes most, the first of the alphabet among equals; with its identifier where
    /// another bears the same name.
    pub fn name(&self, key: &PartyKey) -> String {
        let names = self.names.get(key).map(Vec::as_slice).unwrap_or_default();
        let most = names.iter().max_by(|one, other| one.1.cmp(&other.1).then_with(|| other.0.cmp(&one.0)));
        let Some((name, _)) = most else { return key.shown().to_owned() };
        let is_shared = matches!(self.by_name.get(&normalize(name)), Some(None));
        if is_shared && !key.id().is_empty() { format!("{name} ({})", key.id()) } else { name.clone() }
    }
}
