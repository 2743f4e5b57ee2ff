use super::Served;

#[tokio::test]
async fn discovery_names_the_standard_and_our_extensions_in_both_formats() {
    let hub = Served::new().await;
    let json = hub.get("discovery.json", &[]).await;
    assert_eq!(json.content_type, "application/json; charset=utf-8");
    let endpoints = json.json()["endpoints"].clone();
    assert_eq!(endpoints[0]["specification"], "http://wiki.open311.org/GeoReport_v2");
    assert_eq!(endpoints[0]["url"], format!("{}/open311/v2", hub.origin));
    assert_eq!(endpoints[0]["formats"], serde_json::json!(["application/json", "text/xml"]));
    assert_eq!(endpoints[1]["specification"], "urn:acolhe:extensions:1");

    let xml = hub.get("discovery.xml", &[]).await;
    assert_eq!(xml.content_type, "text/xml; charset=utf-8");
    assert!(xml.text.contains("<formats><format>application/json</format>"), "{}", xml.text);
}

#[tokio::test]
async fn services_are_those_that_can_be_filed_in_the_language_that_is_asked_for() {
    let hub = Served::new().await;
    let services = hub.get("services.json", &[("jurisdiction_id", "any")]).await.json();
    let codes: Vec<_> =
        services.as_array().unwrap().iter().map(|it| it["service_code"].clone()).collect();
    assert_eq!(codes, ["ILU-01", "VIA-01", "ANI-03", "OUV-07"]);
    assert_eq!(services[0]["service_name"], "name of ILU-01 pt-BR");
    assert_eq!(services[0]["description"], "line of ILU-01 pt-BR");
    assert_eq!(services[0]["keywords"], "ILU-01 pt-BR, pt-BR <ILU-01>");
    assert_eq!(services[0]["group"], "LUZ pt-BR");
    assert_eq!(services[0]["type"], "realtime");
    assert_eq!((&services[0]["metadata"], &services[1]["metadata"]), (&true.into(), &false.into()));

    let xml = hub.get("services.xml", &[("locale", "ro")]).await.text;
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service>"));
    assert!(xml.contains("<service_name>name of ILU-01 ro</service_name>"), "{xml}");
    assert!(xml.contains("<keywords>ILU-01 ro, ro &lt;ILU-01&gt;</keywords>"), "{xml}");
}

#[tokio::test]
async fn a_definition_asks_the_questions_of_the_service_in_order() {
    let hub = Served::new().await;
    let definition = hub.get("services/ILU-01.json", &[]).await.json();
    assert_eq!(
        definition,
        serde_json::json!({
            "service_code": "ILU-01",
            "attributes": [
                {
                    "variable": true, "code": "lamps-out", "datatype": "singlevaluelist",
                    "required": false, "datatype_description": "", "order": 1,
                    "description": "ask lamps-out pt-BR",
                    "values": [
                        {"key": "one", "name": "one pt-BR"},
                        {"key": "several", "name": "several pt-BR"},
                    ],
                },
                {
                    "variable": true, "code": "post-number", "datatype": "string",
                    "required": false, "datatype_description": "", "order": 2,
                    "description": "ask post-number pt-BR",
                },
            ],
        })
    );
    let xml = hub.get("services/ILU-01.xml", &[("locale", "en")]).await.text;
    assert!(xml.contains("<service_definition><attributes><attribute>"), "{xml}");
    assert!(xml.contains("<value><key>one</key><name>one en</name></value>"), "{xml}");
}

#[tokio::test]
async fn what_is_not_there_is_refused_in_the_format_of_the_address() {
    let hub = Served::new().await;
    for path in ["services/NOPE.json", "requests/%FF.json", "tokens/1.json", "nothing.json"] {
        assert_eq!(hub.get(path, &[]).await.refused(404).len(), 1, "{path}");
    }
    for path in ["services/NOPE.xml", "tokens/1.xml", "nothing", "requests/1", "requests.csv"] {
        let reply = hub.get(path, &[]).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.content_type, "text/xml; charset=utf-8", "{path}");
        assert!(reply.text.contains("<errors><error><code>404</code><description>"), "{path}");
    }
    assert_eq!(hub.post("services.json", &[]).await.refused(400).len(), 1);

    let health = reqwest::get(format!("{}/health", hub.origin)).await.unwrap();
    assert_eq!((health.status().as_u16(), health.text().await.unwrap().as_str()), (200, "ok"));
}
