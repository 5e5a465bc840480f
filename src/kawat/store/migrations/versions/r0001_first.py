"""Articles, runs, claims, links and the search index."""

import sqlalchemy as sa
from alembic import op

from kawat.store.search import SearchIndex

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915  a table a statement
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_source_sha256"), ["source_sha256"], unique=False)

    op.create_table(
        "link",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("judgement", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.CheckConstraint('"left" < "right"', name=op.f("ck_link_ordered")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_link")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_left"), ["left"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_right"), ["right"], unique=False)

    op.create_table(
        "run",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("pipeline", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_raw", sa.Text(), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("editors", sa.JSON(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("dateline_start", sa.Integer(), nullable=True),
        sa.Column("dateline_end", sa.Integer(), nullable=True),
        sa.Column("dateline_place", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_run_article_article")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_run")),
        sa.UniqueConstraint("article", "pipeline", name=op.f("uq_run_article_pipeline")),
    )
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_run_published_on"), ["published_on"], unique=False)

    op.create_table(
        "source",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_source_article_article")),
        sa.PrimaryKeyConstraint("article", "source", name=op.f("pk_source")),
    )
    op.create_table(
        "block",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_block_run_run")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_block")),
        sa.UniqueConstraint("run", "ordinal", name=op.f("uq_block_run_ordinal")),
    )
    op.create_table(
        "caption",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_caption_run_run")),
        sa.PrimaryKeyConstraint("run", "ordinal", name=op.f("pk_caption")),
    )
    op.create_table(
        "current",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name=op.f("fk_current_article_article")),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_current_run_run")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_current")),
        sa.UniqueConstraint("run", name=op.f("uq_current_run")),
    )
    op.create_table(
        "entity",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_entity_run_run")),
        sa.PrimaryKeyConstraint("run", "id", name=op.f("pk_entity")),
        sa.UniqueConstraint("run", "ordinal", name=op.f("uq_entity_run_ordinal")),
    )
    with op.batch_alter_table("entity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entity_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_entity_folded"), ["folded"], unique=False)
        batch_op.create_index(batch_op.f("ix_entity_id"), ["id"], unique=False)

    op.create_table(
        "note",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.CheckConstraint("owner in ('article', 'record')", name=op.f("ck_note_owner")),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_note_run_run")),
        sa.PrimaryKeyConstraint("run", "owner", "ordinal", name=op.f("pk_note")),
    )
    op.create_table(
        "alias",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run", "entity"], ["entity.run", "entity.id"], name=op.f("fk_alias_run_entity_entity")
        ),
        sa.PrimaryKeyConstraint("run", "entity", "ordinal", name=op.f("pk_alias")),
    )
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alias_folded"), ["folded"], unique=False)

    op.create_table(
        "claim",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("cameo", sa.String(), nullable=True),
        sa.Column("goldstein", sa.Float(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("date_start", sa.Date(), nullable=True),
        sa.Column("date_end", sa.Date(), nullable=True),
        sa.Column("date_grain", sa.String(), nullable=True),
        sa.Column("date_raw", sa.Text(), nullable=True),
        sa.Column("place_id", sa.String(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_raw", sa.Text(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("trigger_text", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run", "speaker"], ["entity.run", "entity.id"], name=op.f("fk_claim_run_speaker_entity")
        ),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_claim_run_run")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claim")),
        sa.UniqueConstraint("run", "id", name=op.f("uq_claim_run_id")),
        sa.UniqueConstraint("run", "ordinal", name=op.f("uq_claim_run_ordinal")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_date_start"), ["date_start"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_speaker"), ["speaker"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_type_status"), ["type", "status"], unique=False)

    op.create_table(
        "quotation",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("manner", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run", "speaker"], ["entity.run", "entity.id"], name=op.f("fk_quotation_run_speaker_entity")
        ),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_quotation_run_run")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_quotation")),
        sa.UniqueConstraint("run", "id", name=op.f("uq_quotation_run_id")),
        sa.UniqueConstraint("run", "ordinal", name=op.f("uq_quotation_run_ordinal")),
    )
    with op.batch_alter_table("quotation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quotation_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_quotation_speaker"), ["speaker"], unique=False)

    op.create_table(
        "blocking",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_blocking_claim_claim")),
        sa.PrimaryKeyConstraint("key", "claim", name=op.f("pk_blocking")),
    )
    with op.batch_alter_table("blocking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_blocking_claim"), ["claim"], unique=False)

    op.create_table(
        "account",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("packed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_account_claim_claim")),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_account")),
    )
    op.create_table(
        "sketch",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["run.key"], name=op.f("fk_sketch_run_run")),
        sa.PrimaryKeyConstraint("key", "run", name=op.f("pk_sketch")),
    )
    with op.batch_alter_table("sketch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sketch_run"), ["run"], unique=False)

    op.create_table(
        "relay",
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.CheckConstraint('"left" < "right"', name=op.f("ck_relay_ordered")),
        sa.ForeignKeyConstraint(["left"], ["article.id"], name=op.f("fk_relay_left_article")),
        sa.ForeignKeyConstraint(["right"], ["article.id"], name=op.f("fk_relay_right_article")),
        sa.PrimaryKeyConstraint("left", "right", name=op.f("pk_relay")),
    )
    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_right"), ["right"], unique=False)

    op.create_table(
        "claim_hop",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=True),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_claim_hop_claim_claim")),
        sa.PrimaryKeyConstraint("claim", "ordinal", name=op.f("pk_claim_hop")),
    )
    with op.batch_alter_table("claim_hop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_hop_entity"), ["entity"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_hop_folded"), ["folded"], unique=False)

    op.create_table(
        "party",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.CheckConstraint("role in ('actor', 'recipient')", name=op.f("ck_party_role")),
        sa.ForeignKeyConstraint(["claim"], ["claim.key"], name=op.f("fk_party_claim_claim")),
        sa.ForeignKeyConstraint(
            ["run", "entity"], ["entity.run", "entity.id"], name=op.f("fk_party_run_entity_entity")
        ),
        sa.PrimaryKeyConstraint("claim", "role", "ordinal", name=op.f("pk_party")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_entity"), ["entity"], unique=False)

    op.create_table(
        "quotation_hop",
        sa.Column("quotation", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=True),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["quotation"], ["quotation.key"], name=op.f("fk_quotation_hop_quotation_quotation")),
        sa.PrimaryKeyConstraint("quotation", "ordinal", name=op.f("pk_quotation_hop")),
    )
    with op.batch_alter_table("quotation_hop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quotation_hop_entity"), ["entity"], unique=False)
        batch_op.create_index(batch_op.f("ix_quotation_hop_folded"), ["folded"], unique=False)

    SearchIndex().create(op.get_bind())
