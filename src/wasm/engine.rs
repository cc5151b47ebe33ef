//! The engine as JavaScript sees it: bytes in, answers out. The data stays inside.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{answered, given};
use super::error::{Thrown, thrown};
use crate::data::Loaded;
use crate::session::{Question, Session, TYPES};

#[wasm_bindgen(typescript_custom_section)]
const QUESTIONS: &str = TYPES;

/// A session: files come in, questions are answered.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine(Session);

#[wasm_bindgen]
impl Engine {
    /// An engine without data.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`Session::add`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ImportOptions")] options: JsValue,
    ) -> Result<(), Thrown> {
        self.0.add(given(options)?);
        Ok(())
    }

    /// As [`Session::add_sheet`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    #[wasm_bindgen(js_name = addSheet)]
    pub fn add_sheet(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ImportOptions")] options: JsValue,
    ) -> Result<(), Thrown> {
        self.0.add_sheet(given(options)?);
        Ok(())
    }

    /// As [`Session::push`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if no file was added.
    pub fn push(&mut self, bytes: &[u8]) -> Result<u32, Thrown> {
        self.0.push(bytes).map_err(|error| thrown(&error))
    }

    /// As [`Session::may_be_parted`].
    #[wasm_bindgen(js_name = mayBeParted)]
    #[must_use]
    pub fn may_be_parted(&self) -> bool {
        self.0.may_be_parted()
    }

    /// As [`Session::join`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if no file was added.
    pub fn join(&mut self, part: &[u8]) -> Result<bool, Thrown> {
        self.0.join(part).map_err(|error| thrown(&error))
    }

    /// As [`Session::finish`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if no file was added.
    pub fn finish(&mut self) -> Result<bool, Thrown> {
        self.0.finish().map_err(|error| thrown(&error))
    }

    /// As [`Session::combine`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if no file was read. Bad data is not an error: it is in the answer.
    #[wasm_bindgen(unchecked_return_type = "Loaded")]
    pub fn combine(&mut self) -> Result<JsValue, Thrown> {
        let loaded: Loaded = self.0.combine().map_err(|error| thrown(&error))?;
        answered(&loaded)
    }

    /// As [`Session::ask`].
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if the question is not one, needs data and there is none, or cannot be answered.
    #[wasm_bindgen(unchecked_return_type = "Answer")]
    pub fn ask(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Question")] question: JsValue,
    ) -> Result<JsValue, Thrown> {
        let question: Question = given(question)?;
        answered(&self.0.ask(question).map_err(|error| thrown(&error))?)
    }
}

/// Reads pieces of a list that another engine reads the beginning of.
#[wasm_bindgen]
pub struct PieceReader(crate::import::PieceReader);

#[wasm_bindgen]
impl PieceReader {
    /// Of the text that has these first bytes; nothing if it cannot be read in pieces.
    ///
    /// # Errors
    ///
    /// Throws an `EngineError` if `options` is not what its type says.
    pub fn of(
        head: &[u8],
        #[wasm_bindgen(unchecked_param_type = "ImportOptions")] options: JsValue,
    ) -> Result<Option<Self>, Thrown> {
        Ok(crate::import::PieceReader::of(head, given(options)?).map(Self))
    }

    /// As [`crate::import::PieceReader::push`].
    pub fn push(&mut self, bytes: &[u8]) -> usize {
        self.0.push(bytes)
    }

    /// As [`crate::import::PieceReader::finish`], as bytes.
    #[must_use]
    pub fn finish(&mut self, is_last: bool) -> Option<Vec<u8>> {
        Some(self.0.finish(is_last)?.to_bytes())
    }
}
