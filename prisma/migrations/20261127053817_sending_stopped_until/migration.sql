-- AlterTable
ALTER TABLE "mailbox" ADD COLUMN     "sending_stopped_until" TIMESTAMPTZ(3);
