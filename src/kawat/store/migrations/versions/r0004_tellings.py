"""Other places that tell a claim, the publisher's own commitment, ties between claims, sources without a name."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("claim_hop", "quotation_hop"):
        op.add_column(table, sa.Column("named", sa.Boolean(), nullable=True))
    op.add_column("run", sa.Column("carriers", sa.JSON(), nullable=True))
    op.add_column("claim", sa.Column("publisher", sa.String(), nullable=True))
    op.add_column("claim", sa.Column("party_sourced", sa.Boolean(), nullable=True))
    op.add_column("claim", sa.Column("state_media", sa.JSON(), nullable=True))
    op.add_column("claim", sa.Column("also", sa.JSON(), nullable=True))
    op.create_table(
        "tie",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_tie_run_run")),
        sa.PrimaryKeyConstraint("run", "ordinal", name=op.f("pk_tie")),
    )
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tie_left"), ["left"], unique=False)
        batch_op.create_index(batch_op.f("ix_tie_right"), ["right"], unique=False)
