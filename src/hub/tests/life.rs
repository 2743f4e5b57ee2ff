use super::Served;

#[tokio::test]
async fn what_was_answered_is_there_after_a_restart() {
    let hub = Served::new().await;
    let id = super::id();
    let form = [("service_code", "VIA-01"), ("client_request_id", id.as_str())];
    let number = hub.file(&form).await.number();
    let hub = hub.restarted().await;
    assert_eq!(hub.file(&form).await.number(), number);
    let next = hub.file(&[("service_code", "VIA-01")]).await.number();
    assert!(next.contains(".0001.00002-"), "{next}");
}

#[tokio::test]
async fn a_second_program_works_beside_a_running_hub() {
    let hub = Served::new().await;
    let beside = crate::hub::Hub::open(crate::domain::sample::city(), hub.folder.path()).unwrap();
    let (number, key) = beside.add_station("beside").await.unwrap();
    assert_eq!(number.get(), hub.station.get() + 1);
    let form = [("api_key", key.reveal()), ("service_code", "VIA-01")];
    let filed = hub.post("requests.json", &form).await.number();
    let seen = beside.request(filed.parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(seen.filed_by, "beside");
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let hub = Served::new().await;
    for file in std::fs::read_dir(hub.folder.path()).unwrap() {
        assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o077, 0);
    }
}
