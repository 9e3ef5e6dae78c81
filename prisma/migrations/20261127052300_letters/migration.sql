-- How to address a person, and what the user said about findings and notes of theirs.
ALTER TABLE "contact" ADD COLUMN "address_as" TEXT,
ADD COLUMN "formality" TEXT,
ADD COLUMN "accepted_findings" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "pinned_notes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What a draft was written from, so that a change of notes, profile or template can be seen.
ALTER TABLE "draft" ADD COLUMN "left_out" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "occasion" JSONB,
ADD COLUMN "source_hash" TEXT;

-- Templates of the user's own, one row a version; the newest that is in use counts.
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "letter_template_user_id_purpose_language_version_key" ON "letter_template"("user_id", "purpose", "language", "version");
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
