//! Numbers that are said figure by figure, in their groups: telephones, papers, requests.

use super::super::rule::is_digit;
use super::{Said, Separators, joined, run};

/// How long a number is that nobody takes for a quantity.
const LONG: usize = 7;

/// "(21) 3333-0101", "0800 000 330", "123.456.789-09", "2026.0014.00012-55".
///
/// A screen's own words part figures that are to be said one by one; those stay as they are.
pub(super) fn say(rest: &str, separators: Separators) -> Option<Said> {
    let (length, groups) = spaced(rest).or_else(|| written_together(rest, separators))?;
    let digits = |group: &String| {
        let digits: Vec<String> = group.chars().map(String::from).collect();
        digits.join(" ")
    };
    Some((length, groups.iter().map(digits).collect::<Vec<_>>().join(", ")))
}

/// A telephone number: with a prefix in brackets, a plus sign or a zero before it.
fn spaced(rest: &str) -> Option<(usize, Vec<String>)> {
    let marked = rest.starts_with(['(', '+']);
    if !marked && !rest.starts_with('0') {
        return None;
    }
    let mut groups: Vec<String> = Vec::new();
    let mut end = 0;
    let mut left = rest.trim_start_matches(['(', '+']);
    loop {
        let digits = left.len() - left.trim_start_matches(is_digit).len();
        // A single figure is no group, but for the country: "+1 212 …".
        if digits == 0 || digits == 1 && !(marked && groups.is_empty()) {
            break;
        }
        groups.push(left[..digits].to_owned());
        left = &left[digits..];
        end = rest.len() - left.len();
        let parted = left.strip_prefix(") ").or_else(|| left.strip_prefix([' ', '-', '.', ')']));
        let Some(next) = parted else { break };
        left = next.strip_prefix('(').unwrap_or(next);
    }
    let count: usize = groups.iter().map(String::len).sum();
    let fits = if marked { (8..=15).contains(&count) } else { (9..=13).contains(&count) };
    (fits && groups.len() > 1).then_some((end, groups))
}

/// Figures without spaces: too many for a quantity, or parted as no quantity is.
fn written_together(rest: &str, separators: Separators) -> Option<(usize, Vec<String>)> {
    let run = run(rest);
    let groups: Vec<&str> = run.split(|letter| !is_digit(letter)).collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    if let [one] = groups[..] {
        let thirds = one.as_bytes().chunks(3).map(|third| String::from_utf8_lossy(third).into());
        return (count >= LONG).then(|| (run.len(), thirds.collect()));
    }
    let is_quantity = run.contains([',', ':'])
        || separators.thousands.is_some_and(|sign| joined(run, sign).is_some());
    let are_years = groups.len() == 2 && groups.iter().all(|group| is_year(group));
    let fits = count > LONG && !is_quantity && !are_years;
    fits.then(|| (run.len(), groups.into_iter().map(str::to_owned).collect()))
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}
