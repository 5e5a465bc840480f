"""Comparison keys are numbers. The keys of older rules meet no newer ones, so none is carried over."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("blocking")
    op.create_table(
        "blocking",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_blocking_claim_claim")),
        sa.PrimaryKeyConstraint("key", "claim", name=op.f("pk_blocking")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("blocking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_blocking_claim"), ["claim"], unique=False)
