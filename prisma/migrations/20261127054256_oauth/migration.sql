-- AlterTable
ALTER TABLE "mailbox" ADD COLUMN     "oauth_provider" TEXT;

-- CreateTable
CREATE TABLE "oauth_client" (
    "provider" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "secret" TEXT,
    "tenant" TEXT,

    CONSTRAINT "oauth_client_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "oauth_sign_in" (
    "id" UUID NOT NULL,
    "state" TEXT,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "mailbox" JSONB NOT NULL,
    "redirect_uri" TEXT,
    "secret" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "message" TEXT,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "mailbox_id" UUID,

    CONSTRAINT "oauth_sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_token" (
    "mailbox_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "refresh" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "refused_since" TIMESTAMPTZ(3),
    "retry_after" TIMESTAMPTZ(3),
    "ended" TEXT,
    "ended_as" TEXT,
    "error" TEXT,

    CONSTRAINT "oauth_token_pkey" PRIMARY KEY ("mailbox_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "oauth_sign_in_state_key" ON "oauth_sign_in"("state");

-- AddForeignKey
ALTER TABLE "oauth_sign_in" ADD CONSTRAINT "oauth_sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_token" ADD CONSTRAINT "oauth_token_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;
