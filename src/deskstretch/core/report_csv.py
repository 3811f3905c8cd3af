"""A review as comma-separated values: a row for each day or month."""

from __future__ import annotations

from collections.abc import Iterator

from deskstretch.core.outcome import Outcome
from deskstretch.core.review import Review


def report_csv(review: Review) -> str:
    """Lines that any spreadsheet reads; a percentage is empty where its whole is 0."""
    return "\n".join(",".join(row) for row in _rows(review))


def _rows(review: Review) -> Iterator[list[str]]:
    # Only dates, numbers and the names in this file: nothing needs quoting.
    outcomes = [outcome.value for outcome in Outcome]
    yield ["period", *outcomes, "compliance_part", "compliance_whole", "compliance_percent"]
    for each in review.bars:
        counts, compliance = each.counts, each.counts.compliance
        percent = "" if compliance.percent is None else str(compliance.percent)
        yield [
            str(each.place),
            *(str(counts.of(outcome)) for outcome in Outcome),
            f"{compliance.part:.0f}",
            f"{compliance.whole:.0f}",
            percent,
        ]
