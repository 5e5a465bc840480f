"""Acts kept as rows, filled when next something is added."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "act",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("grain", sa.String(), nullable=True),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("goldstein", sa.Float(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("party_sourced", sa.Boolean(), nullable=False),
        sa.Column("packed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_act")),
    )
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_act_event"), ["event"], unique=False)
        batch_op.create_index(batch_op.f("ix_act_family"), ["family"], unique=False)
    op.create_table(
        "act_claim",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("act", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["act"], ["act.key"], name=op.f("fk_act_claim_act_act")),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_act_claim_claim_claim")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_act_claim")),
    )
    with op.batch_alter_table("act_claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_act_claim_act"), ["act"], unique=False)
