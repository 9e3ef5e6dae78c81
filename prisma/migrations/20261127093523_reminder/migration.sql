-- AlterTable
ALTER TABLE "meeting_item" DROP COLUMN "mailed_at";

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "event" TEXT,
    "message_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "claimed_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "response" TEXT,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_about_key" ON "reminder"("about");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_message_id_key" ON "reminder"("message_id");

-- CreateIndex
CREATE INDEX "reminder_contact_id_idx" ON "reminder"("contact_id");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
