//! The courier against servers that deviate, fail and lose answers, on a clock that nobody waits
//! for: at our own hub every request ends exactly once, anywhere else at least once or with staff.

#[cfg(test)]
mod hostile {
    mod answers;
    mod at_our_hub;
    mod courier;
    mod look_up;
    mod lost_answers;
    #[cfg(feature = "hub")]
    mod real_hub;
    mod refusals;
    mod server;
    mod tokens;
}
