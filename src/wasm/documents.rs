//! Electronic invoices as JavaScript sees them: the module that is loaded when some are given.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::Thrown;
use crate::import::einvoices::{Choices, Gathered, Reader};

/// Documents as their files come in, and what they come to.
#[wasm_bindgen]
#[derive(Default)]
pub struct Documents {
    reader: Reader,
    gathered: Gathered,
    tables: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl Documents {
    /// No documents yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file, whole, and answers how many were read.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> usize {
        self.reader.file(name, bytes);
        self.reader.files()
    }

    /// As [`Reader::archive`]; answers where the directory starts, if its bytes are not among those given.
    pub fn archive(&mut self, name: &str, tail: &[u8], base: usize) -> Option<usize> {
        self.reader.archive(name, tail, base).err()
    }

    /// Reads the next bytes of the archive, and answers how many files were read.
    pub fn push(&mut self, bytes: &[u8]) -> usize {
        self.reader.push(bytes)
    }

    /// Ends the archive, and answers how many files were read.
    pub fn finish(&mut self) -> usize {
        self.reader.finish();
        self.reader.files()
    }

    /// Puts together what was read, and answers what goes with the list.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `choices` are not what their type says.
    #[wasm_bindgen(unchecked_return_type = "DocumentFacts")]
    pub fn gather(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Choices")] choices: JsValue,
    ) -> Result<JsValue, Thrown> {
        let choices: Choices = given(choices)?;
        self.gathered = Gathered::of(&self.reader, &choices);
        self.tables.append(&mut self.reader.take_tables());
        answered(&self.gathered.facts(&self.reader))
    }

    /// The list of sales, as text; empty if there are none.
    #[must_use]
    pub fn sales(&self) -> Vec<u8> {
        if self.gathered.sales.is_empty() { Vec::new() } else { self.gathered.text().into_bytes() }
    }

    /// The list of purchases.
    #[must_use]
    pub fn purchases(&self) -> Vec<u8> {
        if self.gathered.purchases.is_empty() { Vec::new() } else { self.gathered.purchases_text().into_bytes() }
    }

    /// What goes with the list of purchases.
    ///
    /// # Errors
    ///
    /// Never throws: what it answers can be written.
    #[wasm_bindgen(js_name = purchaseFacts, unchecked_return_type = "DocumentFacts")]
    pub fn purchase_facts(&self) -> Result<JsValue, Thrown> {
        answered(&self.gathered.purchase_facts())
    }

    /// The messages about none of the invoices as a list of statuses; empty if there are none.
    #[must_use]
    pub fn messages(&self) -> Vec<u8> {
        if self.gathered.messages.is_empty() { Vec::new() } else { self.gathered.messages_text().into_bytes() }
    }

    /// The names of the tables that lie beside the documents.
    #[wasm_bindgen(js_name = tableNames)]
    #[must_use]
    pub fn table_names(&self) -> Vec<String> {
        self.tables.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The bytes of one of them.
    #[must_use]
    pub fn table(&self, place: usize) -> Vec<u8> {
        self.tables.get(place).map(|(_, bytes)| bytes.clone()).unwrap_or_default()
    }
}
