"""Sums of the card file, its cards of pairs, and corrections, where an earlier form of 0005 has not made them.

Corrections follow from the log of reviews; `kawat doctor` and `kawat add` derive them.
"""

import sqlalchemy as sa
from alembic import op

from kawat.store.filing import file
from kawat.store.held import corrected_party

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    there = set(sa.inspect(op.get_bind()).get_table_names())
    if {"counted", "corrected"} <= there:
        return
    if "counted" not in there:
        op.create_table(
            "counted",
            sa.Column("who", sa.Text(), nullable=False),
            sa.Column("roles", sa.Integer(), nullable=False),
            sa.Column("status", sa.String(), nullable=False),
            sa.Column("type", sa.String(), nullable=False),
            sa.Column("claims", sa.Integer(), nullable=False),
            sa.PrimaryKeyConstraint("who", "roles", "status", "type", name=op.f("pk_counted")),
            sqlite_with_rowid=False,
        )
    if "corrected" not in there:
        op.create_table(
            "corrected",
            sa.Column("claim", sa.String(), nullable=False),
            sa.Column("rejected", sa.Boolean(), nullable=False),
            sa.Column("status", sa.String(), nullable=True),
            sa.Column("type", sa.String(), nullable=True),
            sa.Column("start", sa.Date(), nullable=True),
            sa.Column("end", sa.Date(), nullable=True),
            sa.PrimaryKeyConstraint("claim", name=op.f("pk_corrected")),
        )
    corrected_party.create(op.get_bind(), checkfirst=True)  # cards are made by the rules of today
    for table in ("filed", "filed_quotation", "name_use", "met", "counted"):
        op.execute(sa.delete(sa.table(table)))
    runs = op.get_bind().execute(sa.text("select run from current order by run")).scalars().all()
    file(op.get_bind(), runs)
