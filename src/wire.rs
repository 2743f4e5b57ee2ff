//! What travels: Open311 GeoReport v2 in JSON and XML, and what our own hub understands besides.
//!
//! `docs/wire.md` is the contract. The types here are written strictly; whoever reads the answer
//! of a foreign server must be lenient, and does so elsewhere.

pub mod calls;
pub mod filing;
pub mod format;
pub mod georeport;
pub mod hexadecimal;
pub mod meeting;
pub mod moment;
pub mod note;
pub mod packs;
