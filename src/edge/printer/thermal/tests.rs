//! Bytes of the vendors' tables, and how slips become them.

mod answers;
mod sheets;
