//! A line with delay between a client and a server of this machine, and what passed through it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// Who is told of what passes.
pub(crate) type Watch = Arc<dyn Fn(&[u8]) + Send + Sync>;

/// Bytes on their way, and when they arrive.
type Sent = (Instant, Vec<u8>);

/// A line to `server`: the delay is added to setting up each connection and to each answer.
/// `watch` is told of every new connection, and of whatever the client sends.
pub(crate) async fn lay(
    server: SocketAddr,
    delay: Duration,
    watch: Watch,
) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            watch(&[]);
            tokio::spawn(join(client, server, delay, Arc::clone(&watch)));
        }
    });
    Ok(address)
}

async fn join(
    client: TcpStream,
    server: SocketAddr,
    delay: Duration,
    watch: Watch,
) -> std::io::Result<()> {
    let begun = Instant::now();
    let server = TcpStream::connect(server).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::spawn(carry(from_client, to_server, delay / 2, begun + delay, watch));
    tokio::spawn(carry(from_server, to_client, delay / 2, begun, Arc::new(|_: &[u8]| {})));
    Ok(())
}

/// Carries bytes one way; none arrives before the connection stands.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    delay: Duration,
    stands: Instant,
    watch: Watch,
) {
    let (send, mut arrive) = mpsc::unbounded_channel::<Sent>();
    tokio::spawn(async move {
        while let Some((at, bytes)) = arrive.recv().await {
            sleep_until(at).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    });
    let mut buffer = vec![0; 1 << 16];
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        let bytes = buffer.get(..length).unwrap_or_default();
        watch(bytes);
        if send.send((Instant::now().max(stands) + delay, bytes.to_vec())).is_err() {
            return;
        }
    }
}
