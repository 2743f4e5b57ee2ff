//! How long a person waits for the first dot of their receipt: `cargo bench --bench receipt`.
//!
//! A station with a simulated printer behind a line that tells when what passes.

#[path = "support/figures.rs"]
mod figures;
#[path = "support/line.rs"]
mod line;
#[path = "support/station.rs"]
mod station;

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use acolhe::app::App;
use acolhe::edge::printer::profile::Profile;
use acolhe::simulator::Simulator;
use anyhow::{Context, ensure};
use tokio::runtime::Runtime;
use tokio::time::Instant;

use figures::{Samples, Table, quick, readable, timed};
use station::{NOWHERE, Station, file, to_review};

const MODEL: &str = "epson-tm-t20x";
/// `GS v 0`: a picture follows.
const RASTER: [u8; 3] = [0x1d, 0x76, 0x30];
const AIM: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(20);

/// What the station sent to the printer, and when.
type Passed = Arc<Mutex<Vec<(Instant, Vec<u8>)>>>;

fn main() -> anyhow::Result<()> {
    let (days, receipts) = if quick() { (2, 5) } else { (7, 15) };
    let runtime = Runtime::new()?;
    let passed = Passed::default();
    let profile = Profile::find(Path::new("hardware/printers"), MODEL)?;
    let simulator = Simulator::on_tcp(&profile)?;
    let address = simulator.address().context("an address")?;
    let watched = Arc::clone(&passed);
    let watch = Arc::new(move |bytes: &[u8]| {
        if let Ok(mut passed) = watched.lock() {
            passed.push((Instant::now(), bytes.to_vec()));
        }
    });
    let address = runtime.block_on(line::lay(address, Duration::ZERO, watch))?;

    let mut first = Waits::default();
    let mut later = Waits::default();
    for _ in 0..days {
        let printer = format!("driver = \"tcp\"\nhost = \"{address}\"\nprofile = \"{MODEL}\"");
        let station = Station::new(14, NOWHERE, "key", &printer)?;
        let mut app = station.start()?;
        first.file(&mut app, &passed)?;
        for _ in 0..receipts {
            later.file(&mut app, &passed)?;
        }
        app.stop();
    }
    ensure!(simulator.slips().len() >= days * (receipts + 1), "every receipt came out");

    let mut table = Table::default();
    first.tell(&mut table, "the first one after a start");
    later.tell(&mut table, "each one after it");
    table.print()?;
    Ok(())
}

/// How long after the touch everything was.
#[derive(Default)]
struct Waits {
    committed: Samples,
    raster: Samples,
}

impl Waits {
    /// Files one request and waits for its receipt.
    fn file(&mut self, app: &mut App, passed: &Passed) -> anyhow::Result<()> {
        to_review(app)?;
        app.refresh(PATIENCE);
        passed.lock().map_err(|_| anyhow::anyhow!("the watch failed"))?.clear();
        let touched = Instant::now();
        let (committed, done) = timed(|| app.handle(&file()));
        done?;
        app.settle(PATIENCE);
        let passed = passed.lock().map_err(|_| anyhow::anyhow!("the watch failed"))?;
        let has = |bytes: &[u8]| bytes.windows(RASTER.len()).any(|window| window == RASTER);
        let (raster, _) = passed.iter().find(|(_, bytes)| has(bytes)).context("no picture")?;
        self.committed.push(committed);
        self.raster.push(raster.duration_since(touched));
        Ok(())
    }

    fn tell(&self, table: &mut Table, which: &str) {
        let (half, most) = (self.raster.median(), self.raster.percentile(99));
        let worst = self.raster.percentile(100);
        table.row(
            &format!("a receipt, from the touch that files to the first row of dots: {which}"),
            "300 ms",
            &format!(
                "median {}, 99 of 100 in {}, the worst {}",
                readable(half),
                readable(most),
                readable(worst)
            ),
            most < AIM,
        );
        let committed = self.committed.median();
        table.note(
            &format!("{which}, in parts"),
            &format!(
                "committed and handed over {}; drawn, the printer asked, dots {}",
                readable(committed),
                readable(half.saturating_sub(committed)),
            ),
        );
    }
}
