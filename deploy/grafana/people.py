"""What people meet: answers in time, parents who were not reached, notices nobody took, pages that open."""

from collections.abc import Sequence

from deploy.grafana.panels import Panel, Row

_DAY = "[1d]"
_LETTERS = "samspill_letters_total"
_RANG = f'samspill_timers_fired_total{{clock=~"C.*"}}{_DAY}'

PEOPLE: Sequence[Row] = (
    Row(
        "Promises to families",
        (
            Panel(
                "Promises not kept in time, per day",
                {"{{clock}}": f"sum by (clock) (increase({_RANG}))"},
                says="C1: contact within a working day; C7: a family kept posted; see its README.",
            ),
            Panel(
                "Notices to the owner that nobody took, per day",
                {"unanswered": f"sum(increase(samspill_notices_unanswered_total{_DAY}))"},
            ),
            Panel(
                "How late a clock rang, 99 of 100",
                {
                    "late": "histogram_quantile(0.99, sum by (le) "
                    f"(rate(samspill_timer_late_seconds_bucket{_DAY})))"
                },
                "s",
            ),
        ),
    ),
    Row(
        "Reaching parents",
        (
            Panel(
                "Parents not reached by mail, per day",
                {
                    "{{kind}} by hand": f'sum by (kind) (increase({_LETTERS}{{channel="hand"}}{_DAY}))',
                    "{{kind}} undeliverable": "sum by (kind) "
                    f'(increase({_LETTERS}{{outcome="undeliverable"}}{_DAY}))',
                },
                says="Each of them has become a task for a named person at the school.",
            ),
            Panel(
                "From made to accepted by the mail server",
                {
                    f"{percent} of 100": f"histogram_quantile({percent / 100}, "
                    "sum by (le) (rate(samspill_letter_seconds_bucket[$__rate_interval])))"
                    for percent in (50, 99)
                },
                "s",
            ),
            Panel(
                "Letters sent, by kind",
                {"{{kind}}": 'sum by (kind) (increase(samspill_letters_total{outcome="sent"}[1h]))'},
            ),
        ),
    ),
    Row(
        "Pages",
        (
            Panel(
                "Time to see a page, 95 of 100",
                {
                    "{{service}}": "histogram_quantile(0.95, sum by (le, service) "
                    "(rate(samspill_http_request_seconds_bucket[$__rate_interval])))"
                },
                "s",
            ),
            Panel(
                "Answers that say: not just now",
                {
                    "{{service}} {{route}}": "sum by (service, route) "
                    '(rate(samspill_http_requests_total{status=~"5.."}[$__rate_interval]))'
                },
                "reqps",
            ),
            Panel(
                "Sign-ins",
                {
                    "{{issuer}} {{outcome}}": "sum by (issuer, outcome) "
                    "(rate(samspill_sign_ins_total[$__rate_interval]))"
                },
                "ops",
            ),
        ),
    ),
)
