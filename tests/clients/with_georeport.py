"""georeport 0.3.1, a client of 2025: reads in both formats and cannot file."""

import story

with story.importing():
    from georeport import GeoReport

case = story.read()
client = GeoReport(case["endpoint"], api_key=case["key"], output_format=case["format"])
service = case["form"]["service_code"]

story.write(
    services=client.get_service_list(),
    questions=story.rows(client.get_service_definition(service)["attributes"], "attribute"),
    request=client.get_service_request(case["number"]),
    requests=story.rows(client.get_service_requests(service_code=service)),
)
