"""Who and where stand in place of what was read; and the cards of places that no table has."""

import sqlalchemy as sa
from alembic import op

from kawat.store.filing import file
from kawat.store.held import corrected_party

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    corrected_party.create(op.get_bind(), checkfirst=True)
    for table in ("filed", "filed_quotation", "name_use", "met", "counted"):
        op.execute(sa.delete(sa.table(table)))
    runs = op.get_bind().execute(sa.text("select run from current order by run")).scalars().all()
    file(op.get_bind(), runs)
