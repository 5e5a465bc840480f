"""The card file, under which claims of large stores are found, filled by a later revision; and the log of reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "filed",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("roles", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("who", "day", "claim", name=op.f("pk_filed")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "filed_quotation",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("quotation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "day", "quotation", name=op.f("pk_filed_quotation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "name_use",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("entity", "name", "outlet", name=op.f("pk_name_use")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("name_use", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_name_use_folded"), ["folded"], unique=False)
    op.create_table(
        "met",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "code", name=op.f("pk_met")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "review",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_review")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_claim"), ["claim"], unique=False)
        batch_op.create_index(batch_op.f("ix_review_by"), ["by"], unique=False)
    with op.batch_alter_table("entity", schema=None) as batch_op:
        batch_op.create_index("ix_entity_id_run", ["id", "run", "role"], unique=False)
