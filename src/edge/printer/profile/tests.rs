use super::*;

const T20: &str = r#"
name = "T20"
paper_mm = 80
dots = 576
dpi = 203
columns = 48
mm_per_second = 100
status = "epson"
acknowledgement = "process-id"
cut = "gs-v-66"
qr = "raster"
clear = "dle-dc4"

[text]
code_page = "pc850"
index = 2
"#;

fn fault(from: &str, to: &str) -> String {
    assert!(T20.contains(from), "{from}");
    let text = T20.replace(from, to);
    Profile::parse(&text, Path::new("t20.toml")).unwrap_err().to_string()
}

#[test]
fn a_profile_says_everything() {
    let profile = Profile::parse(T20, Path::new("t20.toml")).unwrap();
    assert_eq!((profile.dots, profile.text.index, profile.presenter), (576, 2, None));
    assert_eq!(profile.cut, Cut::GsV66);
    assert_eq!(profile.clear, Clear::DleDc4);
}

#[test]
fn a_fault_is_told_with_its_line_and_remedy() {
    assert_eq!(
        fault("dots = 576", "dots = 577"),
        "t20.toml:4: a line has not 577 dots. Use a multiple of 8 from 384 to 832"
    );
    assert_eq!(
        fault("\"epson\"", "\"star\""),
        "t20.toml:8: unknown variant `star`. \
         Use one of `epson`, `bematech`, `elgin`, `daruma`, `custom`, `none`"
    );
    assert!(fault("dpi = 203", "dpi = 203\ncolour = 1").starts_with("t20.toml:6: unknown field"));
    assert!(fault("cut = \"gs-v-66\"\n", "").contains("missing field `cut`"));
}

#[test]
fn an_unknown_profile_is_answered_with_those_that_exist() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/printers");
    let error = Profile::find(&folder, "fax").unwrap_err().to_string();
    assert!(error.contains("\"fax\"") && error.contains("epson-tm-t20x"), "{error}");
}

#[test]
fn every_profile_that_is_shipped_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("hardware/printers");
    let names = Profile::names(&folder);
    assert!(names.len() >= 10, "{names:?}");
    for name in names {
        let profile = Profile::find(&folder, &name).unwrap_or_else(|error| panic!("{error}"));
        let across = f32::from(profile.dots) / f32::from(profile.dpi) * 25.4;
        assert!(across <= f32::from(profile.paper_mm), "{name}: wider than its paper");
        assert!(profile.columns * 8 <= profile.dots, "{name}: more letters than dots");
    }
}
