"""Links of a chain that gave the words side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    inspected = sa.inspect(op.get_bind())
    for table in ("claim_hop", "quotation_hop"):
        if "beside" not in {column["name"] for column in inspected.get_columns(table)}:
            op.add_column(table, sa.Column("beside", sa.Boolean(), nullable=True))
