//! What a Fluent pattern says, and with which variables.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

/// A word in the place of a value that is known only later.
const SOME_WORD: &str = "0";

/// What was found in a pattern.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Each text that may be said: the whole, and each variant of a choice inside it.
    pub(super) texts: Vec<String>,
    /// The variables that it uses.
    pub(super) variables: BTreeSet<String>,
}

/// Reads a pattern.
pub(super) fn read(pattern: &Pattern<&str>) -> Told {
    let mut told = Told::default();
    let whole = told.pattern(pattern);
    told.texts.push(whole);
    told
}

impl Told {
    /// The pattern's text, choices as their default. Lines are joined: a break is layout here.
    fn pattern(&mut self, pattern: &Pattern<&str>) -> String {
        let parts = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => value.replace('\n', " "),
            PatternElement::Placeable { expression } => self.expression(expression),
        });
        parts.collect()
    }

    fn expression(&mut self, expression: &Expression<&str>) -> String {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut default = String::new();
                for variant in variants {
                    let text = self.pattern(&variant.value);
                    if variant.default {
                        default.clone_from(&text);
                    }
                    self.texts.push(text);
                }
                default
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> String {
        match inline {
            InlineExpression::StringLiteral { value } => return (*value).to_owned(),
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::NumberLiteral { .. } | InlineExpression::MessageReference { .. } => {}
        }
        SOME_WORD.to_owned()
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}
