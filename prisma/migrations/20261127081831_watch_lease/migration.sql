-- CreateTable
CREATE TABLE "watch_lease" (
    "mailbox_id" UUID NOT NULL,
    "pid" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_lease_pkey" PRIMARY KEY ("mailbox_id")
);
