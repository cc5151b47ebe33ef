//! What crosses the boundary, natively as JSON and in WebAssembly as plain objects with their TypeScript types: field
//! names in camel case, decimals as text, dates as `yyyy-mm-dd`, what is missing as `null`.

use macro_rules_attribute::attribute_alias;

attribute_alias! {
    // What the engine answers.
    #[apply(answer!)] =
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")];
    // What it is asked with: a field that it does not know is refused.
    #[apply(request!)] =
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)];
    // A value that goes both ways, most of them one of a few.
    #[apply(choice!)] =
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")];
}
