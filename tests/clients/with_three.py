"""three 0.8.0, Code for America's second client: files and reads, in both formats."""

import story

with story.importing():
    import python2  # noqa: F401, it acts by being imported
    from three import Three

case = story.read()
client = Three(case["endpoint"], api_key=case["key"], format=case["format"])
form = dict(case["form"])
service = form.pop("service_code")

filed = story.rows(client.post(service, **form), "request")[0]
number = filed["service_request_id"]
refused = client.post(service, **form, api_key="nobody's")

story.write(
    number=number,
    discovery=client.discovery(),
    services=story.rows(client.services(), "service"),
    questions=story.rows(client.services(service)["attributes"], "attribute"),
    request=story.rows(client.request(number), "request")[0],
    opened=story.rows(client.request(number, access_code=form["access_code"]), "request")[0],
    requests=story.rows(client.requests(service), "request"),
    refused=story.rows(refused, "error"),
)
