//! The parameters of a filing that are kept as they were posted, and what each may hold.
//!
//! Those that steer the hub (`service_code`, dates, `lat`, `long`, `access_code` and the two ids)
//! are not here: the hub reads them one by one.

/// The longest description, in characters (GeoReport v2).
pub const LONGEST_DESCRIPTION: usize = 4000;

/// Free texts and their greatest length in characters.
pub const TEXTS: &[(&str, usize)] = &[
    ("account_id", 200),
    ("address_id", 200),
    ("address_string", 500),
    ("branch", 64),
    ("description", LONGEST_DESCRIPTION),
    ("device_id", 200),
    ("document", 20),
    ("email", 254),
    ("first_name", 200),
    ("last_name", 200),
    ("media_url", 2000),
    ("note_seconds", 3),
    ("phone", 40),
    ("reply_to", 500),
    ("safe_when", 200),
];

/// Parameters that hold one word of a list.
pub const CHOICES: &[(&str, &[&str])] = &[
    ("anonymous", &["yes", "no"]),
    ("channel", &["kiosk", "counter", "telephone"]),
    ("coordinates_of", &["place", "branch"]),
    ("dated", &["yes", "no"]),
    ("document_adds_up", &["yes", "no"]),
    ("document_kind", &["cpf", "cnp"]),
    ("for_whom", &["me", "somebody-else", "somebody-else-answered", "whole-street"]),
    ("leave_message", &["yes", "no"]),
    ("locale", &["pt-BR", "ro", "en"]),
    (
        "place_kind",
        &[
            "street",
            "corner",
            "landmark",
            "bus-stop",
            "lamp-post",
            "alley",
            "kilometre",
            "village",
            "near-here",
            "cannot-say",
            "none",
        ],
    ),
    ("reply_by", &["whatsapp", "phone", "sms", "email", "letter", "branch", "none"]),
    ("safe_to_call", &["yes", "no", "only-at"]),
];
