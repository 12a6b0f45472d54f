"""Whatever is asked, there is an answer that can be written down, or a fault in one shape."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from foedus._base.errors import FoedusError
from foedus.panel.sql.plain import rows, texts

SELECTED = """1
NULL
treaty
signed
aliases
count(*)
signed - DATE '1900-01-01'
signed + INTERVAL 1 YEAR
age(signed)
signed::TIMESTAMP
list(treaty)
map {'a': signed}
{'a': [signed]}
unnest([1, 2])
1/0
0/0
'a'::BLOB
'é'::BIT
10::HUGEINT * 1e18::HUGEINT
12.5::DECIMAL(5, 2)
make_date(-5000, 1, 1)
DATE 'infinity'
TIMESTAMP '-infinity'
TIMETZ '12:00+01'
TIMESTAMPTZ '2020-01-01'
1::BIGNUM
'nan'::FLOAT
COLUMNS('.*')
t
error('x')
chr(0)
(SELECT treaty FROM treaties)
CAST('x' AS ENUM('x', 'y'))
union_value(a := signed)
NULL::STRUCT(a DATE)
to_json(aliases)
list_transform(aliases, x -> x || 'a')
row(1, 2)
signed::VARCHAR::JSON"""
FROM = """treaties t
(FROM treaties LIMIT 3) t
treaties t NATURAL JOIN parties
range(3)
(VALUES (1, NULL), (2, 'x')) v(a, b)
(DESCRIBE treaties)
treaties t, LATERAL (SELECT t.treaty AS q)
(UNPIVOT treaties ON name)
json_each('[1, 2]')"""
END = """ORDER BY ALL
LIMIT 3
GROUP BY ALL
WHERE signed > '1900-01-01' LIMIT 1
LIMIT 10%
GROUP BY CUBE (treaty)
UNION SELECT 1
OFFSET 2"""


@given(
    selected=st.lists(st.sampled_from(SELECTED.splitlines()), min_size=1, max_size=3),
    source=st.sampled_from(FROM.splitlines()),
    end=st.sampled_from(END.splitlines()),
)
def test_any_query_has_an_answer_that_can_be_written_or_a_fault(
    selected: list[str], source: str, end: str, asked: Any
) -> None:
    with suppress(FoedusError):
        frame = asked(f"SELECT {', '.join(selected)} FROM {source} {end}").frame.head(50)  # noqa: S608
        texts(frame).write_csv()
        assert len(list(rows(frame))) == frame.height
