//! Streets come from spreadsheets and from OpenStreetMap.

use std::path::PathBuf;

use acolhe::content::{import_streets, write_streets};
use acolhe::domain::city::Street;

/// Writes a file and imports it; the folder lives as long as the test.
fn import(name: &str, content: impl AsRef<[u8]>) -> Result<Vec<Street>, String> {
    let dir = tempfile::tempdir().expect("temporary folder");
    let path: PathBuf = dir.path().join(name);
    std::fs::write(&path, content).expect("writable");
    let prefix = format!("{}/", dir.path().display());
    import_streets(&path).map_err(|faults| faults.to_string().replace(&prefix, ""))
}

fn written(streets: &[Street]) -> String {
    let mut out = Vec::new();
    write_streets(streets, &mut out).expect("memory");
    String::from_utf8(out).expect("text")
}

#[test]
fn our_own_file_comes_back_as_it_was() {
    let ours = "name,neighbourhood,postcode,lat,long\nRua A,Centro,20000-000,-22.9,-43.2\n";
    assert_eq!(written(&import("streets.csv", ours).expect("streets")), ours);
}

#[test]
fn other_headers_and_separators_are_understood() {
    let brazil =
        "Logradouro;Bairro;CEP;Zona;Latitude;Longitude\nRua A;Centro;20000-000;1;-22,9;-43,2\n";
    let romania = "denumire\tsat\tcod_postal\tlat\tlng\nStrada Lungă\tValea\t077190\t44.5\t26.1\n";
    let bare = "strada,lon,lat\nStrada Lungă,26.1,44.5\n";
    let lines = |name, text: &str| written(&import(name, text).expect("streets"));
    assert!(lines("ruas.csv", brazil).ends_with("Rua A,Centro,20000-000,-22.9,-43.2\n"));
    assert!(lines("strazi.tsv", romania).ends_with("Strada Lungă,Valea,077190,44.5,26.1\n"));
    assert!(lines("strazi.csv", bare).ends_with("Strada Lungă,,,44.5,26.1\n"));
}

#[test]
fn bad_rows_are_told_with_their_lines() {
    let told =
        import("ruas.csv", "nome,lat,lon\nRua A,-22.9,-43.2\n,-22.9,-43.2\nRua C,95,x\nRua D\n")
            .expect_err("faults");
    let lines: Vec<&str> =
        told.lines().map(|line| line.split(". ").next().unwrap_or(line)).collect();
    assert_eq!(
        lines,
        [
            "ruas.csv:3: name is empty",
            "ruas.csv:4: lat is \"95\"",
            "ruas.csv:4: long is \"x\"",
            "ruas.csv:5: the row has 1 cells, the first line 3",
        ]
    );
    let told = import("ruas.csv", "nome,cep\nRua A,1\n").expect_err("faults");
    assert!(
        told.starts_with("ruas.csv:1: no column for lat. Name one of the columns lat or "),
        "{told}"
    );
}

/// Two suburbs; one street in two ways and both suburbs, one that says its suburb itself.
const EXTRACT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="-22.90" lon="-43.20"/>
  <node id="2" lat="-22.91" lon="-43.21"/>
  <node id="3" lat="-22.92" lon="-43.22"/>
  <node id="4" lat="-22.99" lon="-43.29"/>
  <node id="8" lat="-22.91" lon="-43.20"><tag k="place" v="suburb"/><tag k="name" v="Centro"/></node>
  <node id="9" lat="-22.98" lon="-43.29"><tag k="place" v="village"/><tag k="name" v="Várzea"/></node>
  <way id="20">
    <nd ref="1"/><nd ref="2"/><nd ref="3"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rua Sant&apos;Ana"/><tag k="postal_code" v="20000-000"/>
  </way>
  <way id="21"><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Rua Sant&apos;Ana"/></way>
  <way id="22"><nd ref="4"/><tag k="highway" v="residential"/><tag k="name" v="Rua Sant&apos;Ana"/></way>
  <way id="23">
    <nd ref="1"/><nd ref="77"/>
    <tag k="highway" v="track"/><tag k="name" v="Beco"/><tag k="addr:suburb" v="Alto"/>
  </way>
  <way id="24"><nd ref="77"/><tag k="highway" v="track"/><tag k="name" v="Fora"/></way>
  <way id="25"><nd ref="1"/><tag k="highway" v="footway"/></way>
  <way id="26"><nd ref="1"/><tag k="waterway" v="river"/><tag k="name" v="Rio Manso"/></way>
</osm>
"#;

const STREETS: &str = "name,neighbourhood,postcode,lat,long\n\
    Beco,Alto,,-22.9,-43.2\n\
    Rua Sant'Ana,Centro,20000-000,-22.91,-43.21\n\
    Rua Sant'Ana,Várzea,,-22.99,-43.29\n";

#[test]
fn an_extract_of_openstreetmap_gives_one_row_for_each_name_and_neighbourhood() {
    assert_eq!(written(&import("city.osm", EXTRACT).expect("streets")), STREETS);
}

#[test]
fn an_extract_that_is_cut_or_broken_is_told_with_its_line() {
    let cut = EXTRACT.split_once("  <way id=\"22\">").expect("a way").0;
    let told = import("city.osm", cut).expect_err("a fault");
    assert!(
        told.starts_with("city.osm:14: this is not a whole extract of OpenStreetMap"),
        "{told}"
    );
    let told =
        import("city.osm", EXTRACT.replace("lat=\"-22.91\"", "lat=\"?\"")).expect_err("a fault");
    assert!(told.starts_with("city.osm:4: "), "{told}");
    assert!(told.contains("node has no lat"), "{told}");
    let told = import("city.osm.pbf", EXTRACT).expect_err("a fault");
    assert!(told.starts_with("city.osm.pbf:1: this is not a whole extract"), "{told}");
}

#[test]
fn a_binary_extract_gives_the_same_streets() {
    assert_eq!(written(&import("city.osm.pbf", pbf::extract()).expect("streets")), STREETS);
}

/// The extract above in OpenStreetMap's binary format, as far as it is needed: one header and one
/// uncompressed block (<https://wiki.openstreetmap.org/wiki/PBF_Format>).
mod pbf {
    const STRINGS: [&str; 17] = [
        "",
        "place",
        "suburb",
        "name",
        "Centro",
        "village",
        "Várzea",
        "highway",
        "residential",
        "Rua Sant'Ana",
        "postal_code",
        "20000-000",
        "track",
        "Beco",
        "addr:suburb",
        "Alto",
        "Fora",
    ];

    pub(super) fn extract() -> Vec<u8> {
        let features = ["OsmSchema-V0.6", "DenseNodes"];
        let header: Vec<u8> = features.iter().flat_map(|name| bytes(4, name.as_bytes())).collect();
        [blob("OSMHeader", &header), blob("OSMData", &block())].concat()
    }

    fn block() -> Vec<u8> {
        let strings: Vec<u8> = STRINGS.iter().flat_map(|text| bytes(1, text.as_bytes())).collect();
        let nodes = [
            node(1, -2290, -4320, &[]),
            node(2, -2291, -4321, &[]),
            node(3, -2292, -4322, &[]),
            node(4, -2299, -4329, &[]),
            node(8, -2291, -4320, &[(1, 2), (3, 4)]),
            node(9, -2298, -4329, &[(1, 5), (3, 6)]),
        ];
        let ways = [
            way(20, &[1, 2, 3], &[(7, 8), (3, 9), (10, 11)]),
            way(21, &[3], &[(7, 8), (3, 9)]),
            way(22, &[4], &[(7, 8), (3, 9)]),
            way(23, &[1, 77], &[(7, 12), (3, 13), (14, 15)]),
            way(24, &[77], &[(7, 12), (3, 16)]),
        ];
        [bytes(1, &strings), bytes(2, &nodes.concat()), bytes(2, &ways.concat())].concat()
    }

    /// Degrees come in hundredths: the format's own granularity is 100 nanodegrees.
    fn node(id: i64, lat: i64, lon: i64, tags: &[(u64, u64)]) -> Vec<u8> {
        let place = [number(8, zigzag(lat * 100_000)), number(9, zigzag(lon * 100_000))].concat();
        bytes(1, &[number(1, zigzag(id)), tagged(tags), place].concat())
    }

    fn way(id: u64, nodes: &[i64], tags: &[(u64, u64)]) -> Vec<u8> {
        let before = std::iter::once(0).chain(nodes.iter().copied());
        let deltas: Vec<u8> = nodes
            .iter()
            .zip(before)
            .flat_map(|(node, before)| varint(zigzag(node - before)))
            .collect();
        bytes(3, &[number(1, id), tagged(tags), bytes(8, &deltas)].concat())
    }

    fn tagged(tags: &[(u64, u64)]) -> Vec<u8> {
        let keys: Vec<u8> = tags.iter().flat_map(|(key, _)| varint(*key)).collect();
        let values: Vec<u8> = tags.iter().flat_map(|(_, value)| varint(*value)).collect();
        [bytes(2, &keys), bytes(3, &values)].concat()
    }

    fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
        let blob = bytes(1, content);
        let header = [bytes(1, kind.as_bytes()), number(3, blob.len() as u64)].concat();
        [&u32::try_from(header.len()).expect("small").to_be_bytes()[..], &header, &blob].concat()
    }

    fn number(field: u64, value: u64) -> Vec<u8> {
        [varint(field << 3), varint(value)].concat()
    }

    fn bytes(field: u64, content: &[u8]) -> Vec<u8> {
        [varint(field << 3 | 2), varint(content.len() as u64), content.to_vec()].concat()
    }

    fn zigzag(value: i64) -> u64 {
        (value << 1 ^ value >> 63).cast_unsigned()
    }

    fn varint(mut value: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        loop {
            let low = (value & 0x7f) as u8;
            value >>= 7;
            if value == 0 {
                bytes.push(low);
                return bytes;
            }
            bytes.push(low | 0x80);
        }
    }
}
