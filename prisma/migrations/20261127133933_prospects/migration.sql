-- CreateTable
CREATE TABLE "prospect" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "other_emails" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "company" TEXT,
    "role" TEXT,
    "found_through" TEXT,
    "notes" TEXT,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "profile" TEXT,
    "language" TEXT,
    "time_zone" TEXT,
    "status" TEXT,

    CONSTRAINT "prospect_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "prospect_batch_id_idx" ON "prospect"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "prospect_user_id_email_key" ON "prospect"("user_id", "email");

-- AddForeignKey
ALTER TABLE "prospect" ADD CONSTRAINT "prospect_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
