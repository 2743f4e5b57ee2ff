//! Romanian, as it is spoken and typed, also without diacritics.

use super::Replacements;

/// Words that say nothing about a subject.
pub(super) const LITTLE: &str = "
    a al ale ai ar as am ati au avea avem aveti o un una unei unui unor unde cand cum ce cine care
    caruia cu de di din dintre la langa in intr intro pe si sau ca cas sa se s sas sam mi mie imi ma
    mam miam mia mil me m eu tu el ea noi voi ei ele i ii ia iau isi iti il l le lea leau li lor lau
    las e este esti sunt suntem era erau fost fi fie fiu vrea vreau vrau vrem vreti va vor voi vom
    rog trebuie pot poate putem putea asta astea acest aceasta acesta acestia acea acel acela aici
    aia ala acolo meu mea mei mele tau ta lui ei nostru noastra nostri noastre vostru voastra tot
    toate toti toata foarte doar numai iar iara dar daca pentru prin mai noua cat cata cate cati ne
    ni vi te ti mult multa multi multe putin asa tare fac face faceti faca facut da dau dati dea dat
    nici inca acum azi astazi mereu buna saru mana multumesc domnul doamna domnule cineva ceva vreo
    vreun vrun spre catre an ani luna luni saptamana saptamani zi zile numa deci ori mo miar miai
";

/// Endings that the stemmer does not know: the article as it is spoken.
pub(super) const ENDINGS: Replacements = &[
    ("ului$", "$"),
    ("ul$", "$"),
    ("bu$", "b$"),
    ("cu$", "c$"),
    ("du$", "d$"),
    ("gu$", "g$"),
    ("lu$", "l$"),
    ("mu$", "m$"),
    ("nu$", "n$"),
    ("pu$", "p$"),
    ("ru$", "r$"),
    ("su$", "s$"),
    ("tu$", "t$"),
    ("zu$", "z$"),
];

/// Letters that sound alike, or change when a word is bent.
pub(super) const SOUNDS: Replacements = &[
    ("sh", "s"),
    ("ts", "t"),
    ("tz", "t"),
    ("ch", "k"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("h", ""),
    ("y", "i"),
    ("w", "v"),
    ("oa", "o"),
    ("ea", "e"),
    ("ia", "e"),
    ("ie", "e"),
    ("nn", "n"),
    ("ss", "s"),
    ("ll", "l"),
    ("tt", "t"),
    ("ee", "e"),
    ("z$", "d$"),
    ("j$", "d$"),
];
