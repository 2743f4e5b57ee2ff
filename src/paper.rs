//! Slips as raster and as text.
pub struct Crest; impl Crest { pub fn read(_: &std::path::Path) -> Result<Self, ()> { Ok(Self) } }
