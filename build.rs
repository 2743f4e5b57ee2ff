//! Compiles the window's description, `ui/app.slint`, and lists the pictures that data may name.

fn main() {
    icons::list();
    #[cfg(feature = "screen")]
    screen::build();
}

#[cfg(feature = "screen")]
mod screen {
    use std::collections::HashMap;
    use std::path::PathBuf;
    use std::process;

    pub(super) fn build() {
        let icons = PathBuf::from(lucide_slint::lib());
        let configuration = slint_build::CompilerConfiguration::new()
            .with_library_paths(HashMap::from([("lucide".to_owned(), icons)]))
            .with_debug_info(true);
        if slint_build::compile_with_config("ui/app.slint", configuration).is_err() {
            // The mistakes have been told, one by one.
            process::exit(1);
        }
    }
}

mod icons {
    use std::fmt::Write as _;
    use std::path::PathBuf;
    use std::{env, fs};

    /// A city names its pictures in its data: the strokes of each icon go into a table, by name.
    pub(super) fn list() {
        let text =
            fs::read_to_string(lucide_slint::lib()).expect("the icon crate holds its own file");
        let mut icons = Vec::new();
        for icon in text.split("out property <Icon> ").skip(1) {
            let name = icon.split(':').next().unwrap_or_default().trim();
            let strokes: Vec<(&str, bool)> = icon
                .split("command: \"")
                .skip(1)
                .map(|stroke| {
                    let (command, rest) = stroke.split_once('"').unwrap_or_default();
                    let filled = rest.split('}').next().unwrap_or_default();
                    (command, filled.contains("has_fill: true"))
                })
                .collect();
            icons.push((name, strokes));
        }
        icons.sort_unstable();
        let mut table = String::from("&[\n");
        for (name, strokes) in icons {
            writeln!(table, "    ({name:?}, &{strokes:?}),").expect("a string takes everything");
        }
        table.push_str("]\n");
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("icons.rs");
        fs::write(out, table).expect("cargo's own folder can be written");
    }
}
