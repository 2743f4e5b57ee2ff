//! A sentence with a mark before each word: what Speech Dispatcher tells of its progress.

use zeroize::Zeroizing;

/// A sentence as the server reads it: one line of SSML, and a full stop on the next. The mark of a
/// word is its number; the first one has none, for it begins with the sentence.
pub(super) fn marked(words: &str) -> Zeroizing<String> {
    let plain = Zeroizing::new(words.replace(char::is_control, " "));
    let mut ssml = Zeroizing::new(String::from("<speak>"));
    for (number, word) in plain.split_whitespace().enumerate() {
        if number > 0 {
            ssml.push_str(" <mark name=\"");
            ssml.push_str(&number.to_string());
            ssml.push_str("\"/>");
        }
        for letter in word.chars() {
            match letter {
                '&' => ssml.push_str("&amp;"),
                '<' => ssml.push_str("&lt;"),
                '>' => ssml.push_str("&gt;"),
                letter => ssml.push(letter),
            }
        }
    }
    ssml.push_str("</speak>\r\n.\r\n");
    ssml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_but_the_first_has_a_mark() {
        let ssml = "<speak>Olá, <mark name=\"1\"/>tudo <mark name=\"2\"/>bem?</speak>\r\n.\r\n";
        assert_eq!(*marked(" Olá, tudo  bem?"), ssml);
    }

    #[test]
    fn a_sentence_is_one_line_and_cannot_end_itself_or_command() {
        let ssml = "<speak>a <mark name=\"1\"/>. <mark name=\"2\"/>STOP</speak>\r\n.\r\n";
        assert_eq!(*marked("a\r\n.\r\nSTOP\0"), ssml);
        assert_eq!(*marked("<b>&amp;"), "<speak>&lt;b&gt;&amp;amp;</speak>\r\n.\r\n");
        assert_eq!(*marked(""), "<speak></speak>\r\n.\r\n");
    }
}
