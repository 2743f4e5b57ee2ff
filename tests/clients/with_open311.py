"""open311 1.1, Code for America's first client: made for XML, files in JSON too."""

from urllib.error import HTTPError

import story

with story.importing():
    import python2  # noqa: F401, it acts by being imported
    from open311 import Open311


def status_of(call, *arguments):
    try:
        call(*arguments)
    except HTTPError as error:
        return error.code


case = story.read()
format = case["format"]
client = Open311(endpoint=case["endpoint"], api_key=case["key"], format=format)
service = case["form"]["service_code"]


def get(path, *names, **query):
    """Its general call: the calls with names of their own expect XML's containers."""
    return story.rows(client.call_api(f"{path}.{format}", **query), *names)


definition = get(f"services/{service}", "service_definition")[0]
posted = client.post_service_request(**case["form"])
number = story.rows(posted, "service_requests", "request")[0]["service_request_id"]
if format == "xml":
    services = client.service_list()
    requests = story.rows(client.service_requests(service_code=service))
else:
    services = get("services")
    requests = get("requests", service_code=service)

story.write(
    number=number,
    services=services,
    questions=story.rows(definition["attributes"], "attribute"),
    definition_by_its_own_call=status_of(client.service_definition, service),
    request=story.rows(client.get_service_request(number), "service_requests", "request")[0],
    opened=get(
        f"requests/{number}",
        "service_requests",
        "request",
        access_code=case["form"]["access_code"],
    )[0],
    requests=requests,
)
