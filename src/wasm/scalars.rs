//! Values that cross as text.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SCALARS: &str = r"
/** An exact decimal as text: digits, at most one point, a sign. */
export type Decimal = string;
/** A date as yyyy-mm-dd. */
export type NaiveDate = string;
/** A month as yyyy-mm. */
export type Month = string;
";
