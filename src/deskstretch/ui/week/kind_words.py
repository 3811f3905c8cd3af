"""What belongs to a week, a month or a year by name; to be translated where it is shown."""

from __future__ import annotations

from deskstretch.core.language import N_
from deskstretch.core.period import Kind

KIND_TITLES = {Kind.WEEK: N_("Week"), Kind.MONTH: N_("Month"), Kind.YEAR: N_("Year")}
YOUR_KIND = {Kind.WEEK: N_("Your week"), Kind.MONTH: N_("Your month"), Kind.YEAR: N_("Your year")}
THIS_KIND = {Kind.WEEK: N_("This week"), Kind.MONTH: N_("This month"), Kind.YEAR: N_("This year")}
KIND_BEFORE = {
    Kind.WEEK: N_("Week before"),
    Kind.MONTH: N_("Month before"),
    Kind.YEAR: N_("Year before"),
}
KIND_AFTER = {
    Kind.WEEK: N_("Week after"),
    Kind.MONTH: N_("Month after"),
    Kind.YEAR: N_("Year after"),
}
MORE_OF_KIND = {
    Kind.WEEK: N_("More of this week"),
    Kind.MONTH: N_("More of this month"),
    Kind.YEAR: N_("More of this year"),
}
