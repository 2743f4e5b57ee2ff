//! English, British or American.

use super::Replacements;

/// Words that say nothing about a subject.
pub(super) const LITTLE: &str = "
    a an the i im ive id ill me my mine myself we us our ours you your yours he hes him his she shes
    her hers it its they theyre them their this that thats these those there theres here of to in on
    at for with from by as and or but if so than then be am is are was were been being isnt arent
    wasnt have has had havent hasnt having do does did doing dont doesnt didnt can cant could
    couldnt will wont would should shall may might must want wants wanted need needs needed like
    please how what when where who whom whose which why get gets got getting go goes going some any
    anything something someone somebody just very too also now today always ever again s t m re ll
    ve d let lets make makes made about into ok thank one all keep keeps because since until till
    even really still much many more lot lots
";

/// Endings that the stemmer does not know.
pub(super) const ENDINGS: Replacements = &[];

/// Letters that sound alike, or are spelt in two ways.
pub(super) const SOUNDS: Replacements = &[
    ("ph", "f"),
    ("^kn", "^n"),
    ("^wr", "^r"),
    ("ght", "t"),
    ("ck", "k"),
    ("ch", "x"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("our", "or"),
    ("y", "i"),
    ("ei", "i"),
    ("ie", "i"),
    ("ea", "e"),
    ("ee", "e"),
    ("bb", "b"),
    ("dd", "d"),
    ("ff", "f"),
    ("gg", "g"),
    ("ll", "l"),
    ("mm", "m"),
    ("nn", "n"),
    ("pp", "p"),
    ("rr", "r"),
    ("ss", "s"),
    ("tt", "t"),
    ("mb$", "m$"),
];
